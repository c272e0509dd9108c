/** A document or shadow root: what is searched for pictures. */
export type Root = Document | ShadowRoot;

/*
 * Named elements hide properties of their form and of the document (`<input name="attributes">`, `<img name="images">`).
 * Everything that may be so hidden is asked through its prototype.
 */

/** Every element of `root` that matches; none when the selector is not understood. */
export function all<Kind extends HTMLElement = HTMLElement>(
  root: Root,
  selector: string,
): ArrayLike<Kind> & Iterable<Kind> {
  try {
    return prototypeOf(root).querySelectorAll.call(root, selector) as NodeListOf<Kind>;
  } catch {
    return [];
  }
}

/** Whether there are more elements than that; only as many are looked at, and a shadow root has never so many. */
export function hasMoreThan(root: Root, count: number): boolean {
  return root.nodeType === 9 && !!Document.prototype.getElementsByTagName.call(root, '*')[count];
}

/** The first element below `node` that matches; none without a node, and when the selector is not understood. */
export function first(node: Root | Element | null, selector: string): Element | null {
  try {
    return node && prototypeOf(node).querySelector.call(node, selector);
  } catch {
    return null;
  }
}

function prototypeOf({ nodeType }: Node): ParentNode {
  return (nodeType === 9 ? Document : nodeType === 1 ? Element : DocumentFragment).prototype;
}

/** What the document itself says under `name`, whatever its named elements are called. */
export function ofDocument<Name extends keyof Document>(document: Document, name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document);
}

/** The attribute's value, empty when there is none. */
export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** The nearest of `element` and its ancestors that matches. */
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** More of a text than a pin can have, so that cutting it well is left to those outside the page. */
const mostText = 999;

/** `text` on one line. */
export function plain(text: string | null | undefined): string {
  return (text ?? '')
    .slice(0, 4 * mostText)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, mostText);
}

/** The text in an element, without its scripts' and styles' when it has any. */
export function textOf(element: Element | null): string {
  return plain(element && Reflect.get(Node.prototype, 'textContent', element));
}

/** Names and values of the element's attributes, those with a fitting name only. */
export function attributesOf(element: Element, fitting: RegExp): [string, string][] {
  return Element.prototype.getAttributeNames
    .call(element)
    .filter((name) => fitting.test(name))
    .map((name) => [name, attribute(element, name)]);
}
