import { type Root, tagged } from './dom.ts';
import type { Scan } from './scan.ts';

/** On a huge page only custom elements and these are asked for a shadow root. */
const likely = 'div section article main'.split(' ');
const custom = "//*[contains(name(),'-')]";
/** `XPathResult.UNORDERED_NODE_SNAPSHOT_TYPE` */
const unordered = 6;

/** From here on a page is so large that only the likely elements are asked for what is rare. */
const mostElements = 20_000;

/** Whether the page is too large to ask every element for what is rare. */
export function isHuge(root: Root): boolean {
  return tagged(root, '*').length > mostElements;
}

/** The document and the shadow roots below it; on a huge page without a look at every element. */
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

function hostsIn(root: Root): Iterable<HTMLElement>[] {
  if (root instanceof ShadowRoot || !isHuge(root)) return [tagged(root, '*')];
  const found = Document.prototype.evaluate.call(root, custom, root, null, unordered);
  const named = Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at) as HTMLElement);
  return [named, ...likely.map((name) => tagged(root, name))];
}
