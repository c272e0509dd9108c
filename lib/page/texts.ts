import { all, attribute, closest, first, plain, textOf } from './dom.ts';
import type { FoundTexts } from './found.ts';

const headings = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const cards = 'article,li,figure,[class*="card"],[class*="product"],[class*="post"],section';

/** What the markup around an element says about the picture in it. */
export function textsOf(element: Element): FoundTexts {
  const figure = closest(element, 'figure,[class~="wp-caption"]');
  const card = closest(element, cards);
  const link = closest(element, 'a[href]');
  const texts: FoundTexts = {
    pinTitle: plain(attribute(element, 'data-pin-title')),
    pinDescription: plain(attribute(element, 'data-pin-description')),
    alt: plain(attribute(element, 'alt')),
    caption: figure ? textOf(first(figure, 'figcaption,[class*="caption-text"]')) : '',
    label: plain(attribute(element, 'aria-label')) || labelledBy(element),
    title: plain(attribute(element, 'title')) || textOf(first(element, 'title')),
    heading: card ? textOf(first(card, headings)) : '',
    linkText: link ? plain(attribute(link, 'aria-label') || attribute(link, 'title')) || textOf(link) : '',
  };
  return texts;
}

function labelledBy(element: Element): string {
  const [id] = attribute(element, 'aria-labelledby').split(' ');
  const root = element.getRootNode();
  if (!id || !(root instanceof Document || root instanceof ShadowRoot)) return '';
  return textOf(all(root, `#${CSS.escape(id)}`)[0] ?? null);
}
