import { absolute } from './addresses.ts';
import { all, attribute, ofDocument, plain } from './dom.ts';
import type { FoundPage } from './found.ts';

const mostJson = 300_000;

/** The page's own statements, raw; what they mean is decided outside it. */
export function readStatements(document: Document, base: string): FoundPage {
  const heads = (selector: string, most: number) => Array.from(all(document, selector)).slice(0, most);
  const refusal = heads('meta[content=nopin i]:is([name=pinterest i],[property=pinterest i])', 1)[0];
  return {
    url: ofDocument(document, 'URL').slice(0, 4096),
    documentTitle: plain(ofDocument(document, 'title'), 300),
    heading: plain(heads('h1', 1)[0]?.textContent, 300),
    selection: plain(`${getSelection() ?? ''}`),
    isComplete: ofDocument(document, 'readyState') === 'complete',
    isPicture: ofDocument(document, 'contentType').startsWith('image/'),
    meta: heads('meta[content]:not([nopin],[data-pin-nopin])', 300).map((element) => [
      (attribute(element, 'property') || attribute(element, 'name')).slice(0, 50).toLowerCase(),
      attribute(element, 'content').slice(0, 4000),
    ]),
    links: heads('link[rel~=canonical i],link[rel~=image_src i]', 9).map((element) => [
      attribute(element, 'rel').slice(0, 50).toLowerCase(),
      absolute(attribute(element, 'href').slice(0, 4000), base),
    ]),
    linkedData: heads('script[type="application/ld+json"]', 30)
      .map(({ textContent }) => textContent ?? '')
      .filter((json) => json.length < mostJson),
    itemPictures: heads('[itemprop~=image]', 20).map((element) =>
      absolute(attribute(element, 'content') || attribute(element, 'src') || attribute(element, 'href'), base),
    ),
    itemName: plain(
      heads('[itemtype$="/Recipe"] [itemprop=name],[itemtype$="/Product"] [itemprop=name]', 1)[0]?.textContent,
      300,
    ),
    shareLinks: heads('a[href*="pin/create"]', 60).map((element) => attribute(element, 'href').slice(0, 9000)),
    ...(refusal && { nopin: { message: plain(attribute(refusal, 'description'), 500) } }),
  };
}
