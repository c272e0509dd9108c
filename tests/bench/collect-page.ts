/** How much a page of the benchmark holds. */
export interface PageSize {
  elements: number;
  pictures: number;
}

export const sizes: PageSize[] = [
  { elements: 5_907, pictures: 500 },
  { elements: 59_007, pictures: 5_000 },
  { elements: 103_607, pictures: 2_000 },
];

const blank = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** One listing's picture, in the ways that pages have of showing one; each takes four or more elements. */
const kinds: ((at: number) => [html: string, elements: number])[] = [
  (at) => [
    `<img src="/p/${at}.png" srcset="/p/${at}.png 640w, /p/${at}-big.png 1280w" sizes="160px" alt="Picture ${at}">`,
    1,
  ],
  (at) => [`<img class="lazy" src="${blank}" data-src="/p/${at}.png" width="640" height="480" alt="Lazy ${at}">`, 1],
  (at) => [
    `<picture><source srcset="/p/${at}.png 640w" sizes="160px"><img src="/p/${at}.png" alt="Picture ${at}"></picture>`,
    3,
  ],
  (at) => [`<a href="/full/${at}.jpg"><img src="/p/${at}.png" alt="Linked ${at}"></a>`, 2],
  (at) => [`<div class="bg bg-${at % 40}" style="background-image:url(/p/${at}.png)"></div>`, 1],
];

/** A listing page of that size; style sheets have 2,000 rules, 40 of which carry a picture. */
export function pageOf({ elements, pictures }: PageSize): string {
  const head = 9;
  const perCard = Math.floor((elements - head) / pictures);
  const cards: string[] = [];
  let left = elements - head;
  for (let at = 0; at < pictures; at++) {
    const [html, count] = (kinds[at % kinds.length] ?? kinds[0])?.(at) ?? ['', 0];
    const wanted = at === pictures - 1 ? left : perCard;
    const filler = Math.max(0, wanted - count - 3);
    cards.push(
      `<li class="card c${at % 97}"><h3 class="t">Item ${at}</h3>${html}<div class="meta">${'<span class="x">a</span>'.repeat(filler)}</div></li>`,
    );
    left -= wanted;
  }
  const rules = Array.from({ length: 2000 }, (_, at) =>
    at % 50
      ? `.r${at} .x{color:#${100 + (at % 800)}}`
      : `.bg-${at / 50}::before{content:"";background-image:url(/bg/${at}.png)}`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><title>Bench</title><meta property="og:image" content="/p/0.png"><style>.card{width:170px;float:left;list-style:none}img,.bg{width:160px;height:120px;display:block}${rules.join('')}</style></head><body><h1>Bench</h1><ul>${cards.join('')}</ul></body></html>`;
}
