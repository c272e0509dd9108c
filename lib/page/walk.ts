import type { Root } from './dom.ts';
import type { Scan } from './scan.ts';

/** One document or shadow root with those of its elements that may tell of a picture, by their name. */
export interface Part {
  root: Root;
  named: (...names: string[]) => HTMLElement[];
}

const wanted = new Set(
  'meta link script h1 img noscript video input image object embed iframe blockquote canvas amp-img wow-image lite-youtube'.split(
    ' ',
  ),
);

/**
 * The document and the shadow roots below it. One pass over the elements is all that it takes: asking the browser for
 * each kind in turn costs more.
 */
export function* walk(scan: Scan, root: Root = scan.document): Iterable<Part> {
  const byName = new Map<string, HTMLElement[]>();
  const inner: ShadowRoot[] = [];
  const { openRoot } = scan.options;
  const walker = Document.prototype.createTreeWalker.call(scan.document, root, NodeFilter.SHOW_ELEMENT);
  for (let count = 1; walker.nextNode(); count++) {
    const element = walker.currentNode as HTMLElement;
    const { localName } = element;
    if (wanted.has(localName)) {
      const known = byName.get(localName);
      if (known) known.push(element);
      else byName.set(localName, [element]);
    }
    const shadow = element.shadowRoot ?? (openRoot && `${localName}`.includes('-') && openRoot(element));
    // A form's `shadowRoot` may be a field of that name.
    if (shadow instanceof ShadowRoot) inner.push(shadow);
    if (!(count & 1023) && scan.isLate(0.5)) break;
  }
  yield { root, named: (...names) => names.flatMap((name) => byName.get(name) ?? []) };
  for (const shadow of inner) yield* walk(scan, shadow);
}
