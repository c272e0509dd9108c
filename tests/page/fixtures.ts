import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** Where fixture pages live in the browser; nothing of it ever leaves this process. */
export const site = 'https://site.test';

const pictures = new Map<string, Promise<Buffer>>();

function pictureOf(widthPx: number, heightPx: number): Promise<Buffer> {
  const key = `${widthPx}x${heightPx}`;
  const known = pictures.get(key);
  if (known) return known;
  const create = { width: widthPx, height: heightPx, channels: 3, background: '#8a6' } as const;
  const made = sharp({ create }).png().toBuffer();
  pictures.set(key, made);
  return made;
}

/**
 * Serves `html` at `address` and a picture for every other request: `…-600x400.jpg` is that large, `missing` is not
 * there, and pictures have 640 × 480 pixels unless their names say otherwise.
 */
export async function openFixture(page: Page, html: string, address = `${site}/post/`): Promise<void> {
  // What the page before still waits for is answered first.
  await page.unrouteAll({ behavior: 'wait' });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === address) return route.fulfill({ contentType: 'text/html', body: html });
    if (url.includes('missing')) return route.fulfill({ status: 404 });
    if (url.includes('.css'))
      return route.fulfill({ contentType: 'text/css', body: '.outside{background:url(/outside.jpg)}' });
    const [, width = '640', height = '480'] = /(\d+)x(\d+)/.exec(url) ?? [];
    const body = await pictureOf(Number(width), Number(height));
    return route.fulfill({ contentType: 'image/png', body });
  });
  await page.goto(address, { waitUntil: 'load' });
}
