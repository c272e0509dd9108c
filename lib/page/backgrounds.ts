import { absolute, cssUrls } from './addresses.ts';
import { all, attributesOf, first, type Root } from './dom.ts';
import { laterAddress } from './images.ts';
import type { Scan } from './scan.ts';
import { isHuge, named, type Tree } from './walk.ts';

const pseudo = /::?(before|after)\b/g;

/** Attributes of lazy backgrounds; each costs a look at every element, so only those that pages use. */
const lazy =
  ':is([data-bg],[data-bgset],[data-bg-image],[data-background],[data-background-image],[data-mv-pinterest-img-src])';

/** Pictures that style sheets and lazy attributes paint behind elements. */
export function readBackgrounds(scan: Scan, tree: Tree) {
  const { root } = tree;
  let count = 0;
  for (const element of all(root, '[style*=background]')) {
    if (!(++count & 31) && scan.isLate()) return;
    const image = imageIn(element.style);
    if (image.includes('var(')) readComputed(scan, element);
    else for (const url of cssUrls(image)) add(scan, element, absolute(url, scan.base));
  }
  const later = (isHuge(root) ? ['div', 'section'] : ['']).flatMap((name) => [...all(root, name + lazy)]);
  for (const element of later.concat(named(tree, 'wow-image'))) {
    if (scan.isLate()) return;
    const [url = ''] = attributesOf(element, /-/).flatMap(([, value]) => (value.length < 9999 ? cssUrls(value) : []));
    add(scan, element, url ? absolute(url, scan.base) : laterAddress(element, scan.base));
  }
  let isReadable = true;
  for (const sheet of sheetsOf(root)) {
    try {
      readRules(scan, root, sheet.cssRules);
    } catch {
      isReadable = false;
    }
    if (scan.isLate()) return;
  }
  count = 0;
  for (const element of isReadable ? [] : all(root, '[class]')) {
    if (++count > 5000 || (!(count & 63) && scan.isLate())) return;
    readComputed(scan, element);
  }
}

function sheetsOf(root: Root): CSSStyleSheet[] {
  const owner = root.nodeType === 9 ? Document.prototype : ShadowRoot.prototype;
  return ['styleSheets', 'adoptedStyleSheets'].flatMap((name) => [...(Reflect.get(owner, name, root) ?? [])]);
}

/** Only selectors whose own rule carries a picture are matched; the cascade then says whether it is the one shown. */
function readRules(scan: Scan, root: Root, rules: CSSRuleList) {
  let count = 0;
  for (const rule of rules) {
    if (!(++count & 31) && scan.isLate()) return;
    // An import holds a sheet; grouping rules, and by nesting style rules, hold rules.
    const { style, cssRules, styleSheet } = rule as Partial<CSSStyleRule & CSSImportRule>;
    if (styleSheet) readRules(scan, root, styleSheet.cssRules);
    if (cssRules?.length) readRules(scan, root, cssRules);
    const value = style ? `${imageIn(style)}${style.content}` : '';
    // Its selector is put together anew each time that it is asked for.
    if (value.includes('(') && !scan.isLate()) {
      readRule(scan, root, (rule as Partial<CSSStyleRule>).selectorText ?? '', value.includes('var('));
    }
  }
}

/** With a variable in it, only the shorthand has the value. The form field that hides a form's style has neither. */
function imageIn(style: CSSStyleDeclaration): string {
  return style.backgroundImage || style.background || '';
}

function readRule(scan: Scan, root: Root, rule: string, hasVariable: boolean) {
  const [, part] = [...rule.matchAll(pseudo)][0] ?? [];
  const selector = rule.replace(pseudo, '') || '*';
  // A rule without variables paints one picture wherever it holds, so that mostly the first element settles it.
  const front = hasVariable ? null : first(root, selector);
  if (hasVariable || (front && !readComputed(scan, front, part))) {
    for (const element of Array.from(all(root, selector)).slice(0, 500)) readComputed(scan, element, part);
  }
}

/** Whether the element, or that pseudo-element of it, is painted with a picture. */
function readComputed(scan: Scan, element: Element, part?: string): boolean {
  const { backgroundImage, content } = getComputedStyle(element, part && `::${part}`);
  const urls = cssUrls(`${backgroundImage} ${content}`.slice(0, 99_999));
  for (const url of urls) add(scan, element, url);
  return urls.length > 0;
}

function add(scan: Scan, element: Element, url: string) {
  if (url && !url.startsWith('data:image/svg')) scan.add('background', url, element);
}
