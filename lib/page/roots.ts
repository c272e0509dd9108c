import { all, type Root } from './dom.ts';
import type { Scan } from './scan.ts';

/** The document and the shadow roots below it, as far as the time allows. */
export function* rootsOf(scan: Scan, root: Root = scan.document): Iterable<Root> {
  yield root;
  const { openRoot } = scan.options;
  let count = 0;
  for (const element of all(root, '*')) {
    if (!(++count & 1023) && scan.isLate()) return;
    const inner = element.shadowRoot ?? (openRoot && element.localName.includes('-') && openRoot(element));
    if (inner) yield* rootsOf(scan, inner);
  }
}
