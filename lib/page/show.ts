import type { Session } from './collect.ts';

/**
 * Scrolls a picture of the page into view, and gives its box in a window of which width, in CSS pixels, once it is drawn
 * there. `url` is its address. Like `callPage` it runs in the page's isolated world after the collector was
 * injected, and takes nothing from this module.
 */
export async function showPicture(url: unknown): Promise<unknown> {
  const { tackPage } = globalThis as { tackPage?: Session };
  const picture = tackPage?.find(`${url}`);
  if (!picture?.element.isConnected) return;
  picture.element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(picture.element);
  return { left, top, width, height, windowWidth: innerWidth };
}
