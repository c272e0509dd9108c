import { all, type Root, tagged } from './dom.ts';
import type { Scan } from './scan.ts';

/** Elements other than custom ones that may carry a shadow root: first those that hold others, then those of words. */
const holding = 'div section article main aside header footer nav body'.split(' ');
const wording = 'span p h1 h2 h3 h4 h5 h6 blockquote'.split(' ');
const custom = "//*[contains(name(),'-')]";

/** From here on a page is so large that only the likely elements are asked for what is rare. */
const mostElements = 20_000;

/** Whether the page is too large to ask every element for what is rare. */
export function isHuge(root: Root): boolean {
  return tagged(root, '*').length > mostElements;
}

/** The document and the shadow roots below it, without a look at every element: that costs more than all the rest. */
export function* walk(scan: Scan, root: Root = scan.document): Iterable<Root> {
  const { openRoot } = scan.options;
  let count = 0;
  yield root;
  for (const elements of hostsIn(root)) {
    for (const element of elements) {
      if (!(++count & 1023) && scan.isLate(0.5)) return;
      const shadow = element.shadowRoot ?? (openRoot && `${element.localName}`.includes('-') && openRoot(element));
      // A form's `shadowRoot` may be a field of that name.
      if (shadow instanceof ShadowRoot) yield* walk(scan, shadow);
    }
  }
}

function* hostsIn(root: Root): Iterable<Iterable<HTMLElement>> {
  if (root instanceof ShadowRoot) {
    yield all(root, '*');
    return;
  }
  yield customIn(root);
  for (const name of isHuge(root) ? holding : [...holding, ...wording]) yield tagged(root, name);
}

function* customIn(document: Document): Iterable<HTMLElement> {
  const found = Document.prototype.evaluate.call(document, custom, document, null, 6);
  for (let at = 0; at < found.snapshotLength; at++) yield found.snapshotItem(at) as HTMLElement;
}
