import { absolute, cssUrls } from './addresses.ts';
import { all, attribute, attributesOf, type Root } from './dom.ts';
import { laterAddress } from './images.ts';
import type { Scan } from './scan.ts';

const pseudo = /::?(before|after)\b/;
/** Elements asked one by one where a style sheet cannot be read; pages paint backgrounds on little else. */
const painted = 'body,div,section,header,main,article,aside,figure,a,li,span,i,p,td,button';

const lazy = `:is(${'bg bgset bg-image background background-image background-image-set lazy-bg lazy-background mv-pinterest-img-src image-info'
  .split(' ')
  .map((name) => `[data-${name}]`)},[nitro-lazy-bg]):not(img)`;

/** Pictures that style sheets and lazy attributes paint behind elements. */
export function readBackgrounds(scan: Scan, root: Root) {
  for (const element of all(root, '[style*="url("],[style*="image-set("]')) {
    if (element.localName === 'img') continue;
    const style = attribute(element, 'style');
    if (style.length > 99_999 || /mask[\w-]*:[^;]*url\(/.test(style)) continue;
    for (const url of cssUrls(style)) add(scan, element, absolute(url, scan.base));
  }
  for (const element of all(root, lazy)) {
    const [url = ''] = attributesOf(element).flatMap(([, value]) => cssUrls(value));
    add(scan, element, url ? absolute(url, scan.base) : laterAddress(element, scan.base));
  }
  let isReadable = true;
  for (const sheet of sheetsOf(root)) {
    if (scan.isLate()) return;
    try {
      readRules(scan, root, sheet.cssRules);
    } catch {
      isReadable = false;
    }
  }
  if (!isReadable) {
    let count = 0;
    for (const element of all(root, painted)) {
      if (++count > 5000 || (!(count & 63) && scan.isLate())) return;
      readComputed(scan, element);
    }
  }
}

function* sheetsOf(root: Root): Iterable<CSSStyleSheet> {
  const owner = root.nodeType === 9 ? Document.prototype : ShadowRoot.prototype;
  yield* Reflect.get(owner, 'styleSheets', root);
  yield* Reflect.get(owner, 'adoptedStyleSheets', root) ?? [];
}

/** Only selectors whose own rule carries a picture are matched; the cascade then says whether it is the one shown. */
function readRules(scan: Scan, root: Root, rules: CSSRuleList) {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const { style } = rule;
      const value = style.backgroundImage + style.content;
      if (/url\(|image-set\(|var\(/.test(value))
        readRule(scan, root, rule.selectorText, value.includes('var(') ? 999 : 40);
    }
    if (rule instanceof CSSImportRule) {
      if (rule.styleSheet) readRules(scan, root, rule.styleSheet.cssRules);
    } else if ('cssRules' in rule && !(rule instanceof CSSKeyframesRule)) {
      readRules(scan, root, (rule as CSSGroupingRule).cssRules);
    }
    if (scan.isLate()) return;
  }
}

function readRule(scan: Scan, root: Root, selector: string, most: number) {
  const part = pseudo.exec(selector)?.[1];
  const elements = all(root, part ? selector.replace(new RegExp(pseudo, 'g'), '') || '*' : selector);
  for (let index = 0; index < Math.min(elements.length, most); index++) {
    const element = elements[index];
    if (element) readComputed(scan, element, part);
  }
}

function readComputed(scan: Scan, element: Element, part?: string) {
  const style = getComputedStyle(element, part && `::${part}`);
  const value =
    part || style.content !== 'normal' ? `${style.backgroundImage} ${style.content}` : style.backgroundImage;
  if (value.length > 5 && value.length < 99_999) for (const url of cssUrls(value)) add(scan, element, url);
}

function add(scan: Scan, element: Element, url: string) {
  if (url && !url.startsWith('data:image/svg')) scan.add({ source: 'background', url, element });
}
