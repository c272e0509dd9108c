import { all, hasMoreThan, type Root } from './dom.ts';
import { refusing } from './rank.ts';
import type { Scan } from './scan.ts';

/** From here on a page is so large that only the likely elements are asked for what is rare. */
const mostElements = 20_000;

/** Elements that are many, and have neither a shadow root nor anything to say; the commonest soonest ruled out. */
const bare = 'a,img,li,td,i,b,picture,source,svg,path,option';
/** On a huge page a plain element is asked only when it is empty: what a widget draws in. */
const unlikely = 'span,p,h2,h3,div:not(:empty),';

/**
 * Links and images that the site says something about, to Pinterest or in microdata; most pages have few. They are asked
 * for one after the other: a selector for elements of one name is much the faster.
 */
const telling = [
  'a:is([href*="pin/create"],[itemprop~=image])',
  `img:is([itemprop~=image],${refusing},[data-pin-media],[data-pin-me-only])`,
];

/** A document or shadow root, and what there is little of in it. */
export interface Tree {
  root: Root;
  /** The elements that are few, by name. */
  few: Map<string, HTMLElement[]>;
  telling: HTMLElement[];
}

/** Whether the page is too large to ask every element for what is rare. */
export function isHuge(root: Root): boolean {
  return hasMoreThan(root, mostElements);
}

/** The elements of those names, none of which may be one of the many. */
export function named({ few }: Tree, ...names: string[]): HTMLElement[] {
  return names.flatMap((name) => few.get(name) ?? []);
}

/** The document and the shadow roots below it: one look at those elements that may have one, or are rare. */
export function walk(scan: Scan, root: Root = scan.document): [Tree, ...Tree[]] {
  const { openRoot } = scan.options;
  const few = new Map<string, HTMLElement[]>();
  const below: Tree[] = [];
  let count = 0;
  for (const element of all(root, `:not(${isHuge(root) ? unlikely : ''}${bare})`)) {
    if (!(++count & 1023) && scan.isLate(0.5)) break;
    // On a form, `localName` and `shadowRoot` may be its fields of these names.
    const name = `${element.localName}`;
    const known = few.get(name);
    if (known) known.push(element);
    else few.set(name, [element]);
    const shadow = element.shadowRoot ?? (openRoot && name.includes('-') && openRoot(element));
    if (shadow instanceof ShadowRoot) below.push(...walk(scan, shadow));
  }
  return [{ root, few, telling: telling.flatMap((selector) => [...all(root, selector)]) }, ...below];
}
