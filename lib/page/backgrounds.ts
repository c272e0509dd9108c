import { absolute, cssUrls } from './addresses.ts';
import { all, attributesOf, one, type Root } from './dom.ts';
import { laterAddress } from './images.ts';
import type { Scan } from './scan.ts';
import { isHuge, named, type Tree } from './walk.ts';

const pseudo = /::?(before|after)\b/;

/** Attributes of lazy backgrounds; each costs a look at every element, so only those that pages use. */
const lazy = `:is(${['bg', 'bgset', 'bg-image', 'background', 'background-image', 'lazy-bg', 'mv-pinterest-img-src']
  .map((name) => `[data-${name}]`)
  .join()})`;

/** Pictures that style sheets and lazy attributes paint behind elements. */
export function readBackgrounds(scan: Scan, tree: Tree) {
  const { root } = tree;
  let count = 0;
  for (const element of all(root, '[style*="url("]')) {
    if (!(++count & 31) && scan.isLate()) return;
    // Not there on a form with a field of that name.
    const { backgroundImage = '' } = element.style;
    for (const url of cssUrls(backgroundImage)) add(scan, element, absolute(url, scan.base));
  }
  const later = (isHuge(root) ? ['div', 'section'] : ['']).flatMap((name) => [...all(root, name + lazy)]);
  for (const element of later.concat(named(tree, 'wow-image'))) {
    if (scan.isLate()) return;
    const [url = ''] = attributesOf(element).flatMap(([, value]) => (value.length < 9999 ? cssUrls(value) : []));
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

function* sheetsOf(root: Root): Iterable<CSSStyleSheet> {
  const owner = root.nodeType === 9 ? Document.prototype : ShadowRoot.prototype;
  yield* Reflect.get(owner, 'styleSheets', root);
  yield* Reflect.get(owner, 'adoptedStyleSheets', root) ?? [];
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
    const value = style ? `${style.backgroundImage}${style.content}` : '';
    // Its selector is put together anew each time that it is asked for.
    if (value.includes('(') && !scan.isLate()) {
      readRule(scan, root, (rule as Partial<CSSStyleRule>).selectorText ?? '', value.includes('var('));
    }
  }
}

function readRule(scan: Scan, root: Root, rule: string, hasVariable: boolean) {
  const part = pseudo.exec(rule)?.[1];
  const selector = part ? rule.replace(new RegExp(pseudo, 'g'), '') || '*' : rule;
  // A rule without variables paints one picture wherever it holds, so that mostly the first element settles it.
  const front = hasVariable ? null : one(root, selector);
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
