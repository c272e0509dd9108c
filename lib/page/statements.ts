import { attribute, ofDocument, plain } from './dom.ts';
import type { FoundPage } from './found.ts';
import { refusing } from './rank.ts';
import type { Scan } from './scan.ts';
import { named, type Tree } from './walk.ts';

const mostJson = 300_000;

/** The page's own statements, raw; what they mean is decided outside it. */
export function readStatements({ document }: Scan, tree: Tree): FoundPage {
  const said = (element: Element, name: string) => attribute(element, name).slice(0, 4000);
  const pairs = (elements: Element[], name: string, value: string) =>
    elements
      .slice(0, 200)
      .map((element): [string, string] => [
        (said(element, name) || said(element, 'name')).slice(0, 99).toLowerCase(),
        said(element, value),
      ]);
  const metas = named(tree, 'meta').filter((meta) => !meta.matches(refusing));
  const refusal = metas.find((meta) => meta.matches('[content=nopin i]'));
  const links = named(tree, 'link');
  return {
    url: ofDocument(document, 'URL').slice(0, 4096),
    documentTitle: plain(ofDocument(document, 'title')),
    heading: plain(named(tree, 'h1')[0]?.textContent),
    selection: plain(`${getSelection() ?? ''}`),
    isComplete: ofDocument(document, 'readyState') === 'complete',
    isPicture: ofDocument(document, 'contentType').startsWith('image/'),
    meta: pairs(metas, 'property', 'content'),
    links: pairs(links, 'rel', 'href'),
    linkedData: named(tree, 'script')
      .map((script) => (/ld\+json/i.test(attribute(script, 'type')) && script.textContent) || '')
      .filter((json) => json && json.length < mostJson)
      .slice(0, 30),
    itemPictures: [...metas, ...links, ...tree.telling]
      .filter((item) => item.matches('[itemprop~=image]'))
      .slice(0, 20)
      .map((item) => said(item, 'content') || said(item, 'src') || said(item, 'href')),
    shareLinks: tree.telling
      .map((link) => said(link, 'href'))
      .filter((href) => href.includes('pin/create'))
      .slice(0, 60),
    ...(refusal && { nopin: { message: plain(attribute(refusal, 'description')) } }),
  };
}
