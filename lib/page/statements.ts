import { absolute } from './addresses.ts';
import { all, attribute, ofDocument, plain, tagged } from './dom.ts';
import type { FoundPage } from './found.ts';
import type { Scan } from './scan.ts';

const mostJson = 300_000;

/** The page's own statements, raw; what they mean is decided outside it. */
export function readStatements({ document, base }: Scan): FoundPage {
  const named = (name: string) => Array.from(tagged(document, name));
  const said = (element: Element, name: string) => attribute(element, name).slice(0, 4000);
  const pairs = (elements: Element[], name: string, value: string) =>
    elements
      .map((element): [string, string] => [said(element, name).slice(0, 99).toLowerCase(), said(element, value)])
      .filter(([key]) => key)
      .slice(0, 200);
  const metas = named('meta').filter((meta) => !meta.matches('[nopin],[data-pin-nopin]'));
  const refusal = metas.find((meta) => meta.matches('[content=nopin i]'));
  // Few kinds of elements, since a look at every one for one attribute takes its time.
  const linking = [...all(document, 'a:is([href*="pin/create"],[itemprop~=image])')];
  const items = [...metas, ...named('link'), ...linking, ...all(document, 'img[itemprop~=image]')];
  return {
    url: ofDocument(document, 'URL').slice(0, 4096),
    documentTitle: plain(ofDocument(document, 'title'), 300),
    heading: plain(named('h1')[0]?.textContent, 300),
    selection: plain(`${getSelection() ?? ''}`),
    isComplete: ofDocument(document, 'readyState') === 'complete',
    isPicture: ofDocument(document, 'contentType').startsWith('image/'),
    meta: pairs(metas, 'property', 'content').concat(pairs(metas, 'name', 'content')),
    links: pairs(named('link'), 'rel', 'href'),
    linkedData: named('script')
      .filter((script) => /ld\+json/i.test(attribute(script, 'type')))
      .map((script) => script.textContent ?? '')
      .filter((json) => json.length < mostJson)
      .slice(0, 30),
    itemPictures: items
      .filter((item) => /\bimage\b/.test(attribute(item, 'itemprop')))
      .slice(0, 20)
      .map((item) => absolute(said(item, 'content') || said(item, 'src') || said(item, 'href'), base)),
    shareLinks: linking
      .map((link) => said(link, 'href'))
      .filter((href) => href.includes('pin/create'))
      .slice(0, 60),
    ...(refusal && { nopin: { message: plain(attribute(refusal, 'description'), 500) } }),
  };
}
