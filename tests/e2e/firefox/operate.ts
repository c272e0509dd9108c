export type Role = 'button' | 'textbox' | 'combobox' | 'radio' | 'option';
export type Operation =
  | { kind: 'press'; role: Role; name: string }
  | { kind: 'fill'; role: Role; name: string; text: string }
  | { kind: 'key'; role: Role; name: string; key: string }
  | { kind: 'value'; role: Role; name: string };

/**
 * Finds a part of a page by role and name (of radios and options the beginning), as a person does, and uses it. It is sent into the page, so it takes nothing
 * from outside itself. Shadow roots are searched too, closed ones as well: it runs with the browser's rights.
 *
 * @returns what a box holds, an empty string where there is no such value; undefined when nothing fits, or it is disabled
 */
export function operate(window: Window & typeof globalThis, operation: Operation): string | undefined {
  const selectors = {
    button: 'button, [role=button]',
    textbox: 'input:not([type=radio], [type=checkbox], [role]), textarea',
    combobox: '[role=combobox], select',
    radio: 'input[type=radio], [role=radio]',
    option: '[role=option]',
  };
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap((element) => {
      const { openOrClosedShadowRoot: inner } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
      return inner ? roots(inner) : [];
    }),
  ];
  const nameOf = (element: Element): string => {
    const { labels } = element as HTMLInputElement;
    const label = element.getAttribute('aria-label') ?? [...(labels ?? [])].map((one) => one.textContent).join(' ');
    const copy = element.cloneNode(true) as Element;
    for (const unnamed of copy.querySelectorAll('[aria-hidden=true]')) unnamed.remove();
    return (label || copy.textContent || '').replace(/\s+/g, ' ').trim();
  };
  const fits = (element: Element) => {
    const name = nameOf(element);
    const isEnabled = !(element as HTMLButtonElement).disabled && element.getAttribute('aria-disabled') !== 'true';
    const isLong = operation.role === 'radio' || operation.role === 'option';
    return isEnabled && (isLong ? name.startsWith(operation.name) : name === operation.name);
  };
  const found = roots(window.document)
    .flatMap((root) => [...root.querySelectorAll<HTMLInputElement>(selectors[operation.role])])
    .find(fits);
  if (!found) return undefined;
  switch (operation.kind) {
    case 'press':
      found.click();
      break;
    case 'fill':
      found.focus();
      found.value = operation.text;
      found.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true }));
      break;
    case 'key':
      found.dispatchEvent(new window.KeyboardEvent('keydown', { key: operation.key, bubbles: true, composed: true }));
      break;
    case 'value':
      break;
  }
  return found.value ?? '';
}

/** All text of a page, of its shadow roots too. Sent into the page. */
export function textOf(window: Window): string {
  const read = (node: Node): string => {
    const { openOrClosedShadowRoot: inner } = node as { openOrClosedShadowRoot?: ShadowRoot | null };
    const own = node.nodeType === 3 ? (node.textContent ?? '') : '';
    return [own, inner ? read(inner) : '', ...[...node.childNodes].map(read)].filter(Boolean).join(' ');
  };
  // Toasts stand beside the body.
  const { head, documentElement } = window.document;
  const parts = [...documentElement.childNodes].filter((node) => node !== head);
  return parts.map(read).join(' ').replace(/\s+/g, ' ').trim();
}
