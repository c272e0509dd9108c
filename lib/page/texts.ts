import { attribute, closest, first, plain, type Root, textOf } from './dom.ts';
import type { FoundTexts } from './found.ts';

const headings = 'h1,h2,h3,h4,h5,h6';
const cards = 'article,li,figure,section,[class*=card],[class*=product]';

/** What the markup around an element says about the picture in it. */
export function textsOf(element: Element): FoundTexts {
  const figure = closest(element, 'figure,.wp-caption');
  const card = closest(element, cards);
  const link = closest(element, 'a[href]');
  const said = (one: Element, name: string) => plain(attribute(one, name));
  return {
    alt: said(element, 'alt'),
    caption: textOf(first(figure, 'figcaption,.wp-caption-text')),
    label: said(element, 'aria-label') || labelledBy(element),
    title: said(element, 'title'),
    heading: textOf(first(card, headings)),
    linkText: link ? said(link, 'aria-label') || said(link, 'title') || textOf(link) : '',
  };
}

function labelledBy(element: Element): string {
  const [id] = attribute(element, 'aria-labelledby').split(' ');
  const root: Node = Node.prototype.getRootNode.call(element);
  return id ? textOf(first(root as Root, `[id="${id}"]`)) : '';
}
