import { absolute } from './addresses.ts';
import { all, attribute, ofDocument, plain } from './dom.ts';
import type { FoundPage } from './found.ts';
import type { Scan } from './scan.ts';
import type { Part } from './walk.ts';

const mostJson = 300_000;

/** The page's own statements, raw; what they mean is decided outside it. */
export function readStatements({ document, base }: Scan, [top]: Part[]): FoundPage {
  const named = (name: string) => top?.named(name) ?? [];
  const some = (selector: string, most: number) => Array.from(all(document, selector)).slice(0, most);
  const said = (element: Element | undefined, name: string, length = 4000) =>
    element ? attribute(element, name).slice(0, length) : '';
  const metas = named('meta').filter((meta) => !meta.matches('[nopin],[data-pin-nopin]'));
  const refusal = metas.find((meta) => meta.matches(':is([name=pinterest i],[property=pinterest i])[content=nopin i]'));
  const items = some('[itemprop~=image]', 20);
  const name = items[0] && some('[itemtype$="/Recipe"] [itemprop=name],[itemtype$="/Product"] [itemprop=name]', 1)[0];
  return {
    url: ofDocument(document, 'URL').slice(0, 4096),
    documentTitle: plain(ofDocument(document, 'title'), 300),
    heading: plain(named('h1')[0]?.textContent, 300),
    selection: plain(`${getSelection() ?? ''}`),
    isComplete: ofDocument(document, 'readyState') === 'complete',
    isPicture: ofDocument(document, 'contentType').startsWith('image/'),
    meta: metas
      .slice(0, 300)
      .map((meta) => [(said(meta, 'property', 50) || said(meta, 'name', 50)).toLowerCase(), said(meta, 'content')]),
    links: named('link')
      .filter((link) => link.matches('[rel~=canonical i],[rel~=image_src i]'))
      .slice(0, 9)
      .map((link) => [said(link, 'rel', 50).toLowerCase(), absolute(said(link, 'href'), base)]),
    linkedData: named('script')
      .filter((script) => script.matches('[type="application/ld+json" i]'))
      .slice(0, 30)
      .map((script) => script.textContent ?? '')
      .filter((json) => json.length < mostJson),
    itemPictures: items.map((item) => absolute(said(item, 'content') || said(item, 'src') || said(item, 'href'), base)),
    itemName: plain(said(name, 'content') || name?.textContent, 300),
    shareLinks: some('a[href*="pin/create"]', 60).map((link) => said(link, 'href', 9000)),
    ...(refusal && { nopin: { message: plain(attribute(refusal, 'description'), 500) } }),
  };
}
