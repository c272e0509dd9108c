import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** A way in which a page is shown. */
export interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly locale: 'en' | 'ar';
}

export const looks: readonly Look[] = [
  { name: 'light', colorScheme: 'light', locale: 'en' },
  { name: 'dark', colorScheme: 'dark', locale: 'en' },
  { name: 'rtl', colorScheme: 'light', locale: 'ar' },
  { name: 'rtl-dark', colorScheme: 'dark', locale: 'ar' },
];

/** What of a page is shown: what is in sight, the corner in which toasts stand, or all of it. */
export type Frame = 'viewport' | 'corner' | 'whole';

/** Writes what a page shows as a small PNG. */
export async function shoot(page: Page, file: string, { colorScheme, locale }: Look, frame: Frame): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page
    .waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0), undefined, {
      timeout: 5000,
    })
    .catch(() => undefined);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  const shown = await page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    fullPage: frame === 'whole',
    ...(frame === 'corner' && { clip: await cornerOf(page, locale) }),
  });
  await writeFile(file, await sharp(shown).png({ palette: true, colours: 128, effort: 8 }).toBuffer());
}

async function cornerOf(page: Page, locale: Look['locale']) {
  const [width, height] = [440, 300];
  const x = locale === 'ar' ? 0 : (await page.evaluate(() => document.documentElement.clientWidth)) - width;
  return { x, y: 0, width, height };
}

const backdrop = '#c9cdd2';
const cell = { widthPx: 150, heightPx: 250, gapPx: 8, captionPx: 18 };
const statesInARow = 3;

/** Lays all pictures out on one sheet: the looks of a state side by side, under its name. */
export async function contactSheet(file: string, states: readonly (readonly string[])[]): Promise<void> {
  const groupPx = looks.length * (cell.widthPx + cell.gapPx) + cell.gapPx;
  const rows = Math.ceil(states.length / statesInARow);
  const layers = await Promise.all(
    states.flatMap((pictures, state) => {
      const left = cell.gapPx + (state % statesInARow) * groupPx;
      const top = cell.gapPx + Math.floor(state / statesInARow) * (cell.heightPx + cell.gapPx);
      const size = { width: cell.widthPx, height: cell.heightPx - cell.captionPx };
      const name = path.basename(pictures[0] ?? '').replace(/-light\.png$/, '');
      return [
        { input: Buffer.from(caption(name)), left, top },
        ...pictures.map(async (picture, index) => ({
          input: await thumbnail(picture, size),
          left: left + index * (cell.widthPx + cell.gapPx),
          top: top + cell.captionPx,
        })),
      ];
    }),
  );
  const width = statesInARow * groupPx;
  const height = rows * (cell.heightPx + cell.gapPx) + cell.gapPx;
  await sharp({ create: { width, height, channels: 3, background: backdrop } })
    .composite(layers)
    .png({ palette: true, colours: 128, effort: 9 })
    .toFile(file);
}

/** A picture in a cell; of a long page its upper part, which can still be made out. */
async function thumbnail(picture: string, size: { width: number; height: number }): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(picture).metadata();
  const fit = height / width > 2 ? 'cover' : 'contain';
  return sharp(picture)
    .resize({ ...size, fit, position: 'top', background: backdrop })
    .toBuffer();
}

function caption(text: string): string {
  const style = 'font: 600 12px sans-serif';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${4 * cell.widthPx}" height="${cell.captionPx}"><text y="13" style="${style}">${text}</text></svg>`;
}

/** The size that the stores ask for. */
const store = { widthPx: 1280, heightPx: 800 };

/** Popups side by side on a quiet ground, in the stores' size. */
export async function storePicture(file: string, popups: readonly string[]): Promise<void> {
  const scale = 1.15;
  const cards = await Promise.all(
    popups.map(async (popup) => {
      const { width = 0, height = 0 } = await sharp(popup).metadata();
      const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
      const corners = `<svg width="${size.width}" height="${size.height}"><rect width="100%" height="100%" rx="14"/></svg>`;
      const input = await sharp(popup)
        .resize(size)
        .ensureAlpha()
        .composite([{ input: Buffer.from(corners), blend: 'dest-in' }])
        .png()
        .toBuffer();
      return { input, ...size };
    }),
  );
  const gapPx = 72;
  const totalPx = cards.reduce((sum, { width }) => sum + width + gapPx, -gapPx);
  let left = Math.round((store.widthPx - totalPx) / 2);
  const layers = cards.map(({ input, width, height }) => {
    const layer = { input, left, top: Math.round((store.heightPx - height) / 2) };
    left += width + gapPx;
    return layer;
  });
  const shadows = layers.map(({ left: x, top: y }, index) => {
    const { width = 0, height = 0 } = cards[index] ?? {};
    return `<rect x="${x}" y="${y + 14}" width="${width}" height="${height}" rx="14" fill="#0b2f2b" opacity="0.28" filter="url(#blur)"/>`;
  });
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${store.widthPx}" height="${store.heightPx}"><filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="22"/></filter><rect width="100%" height="100%" fill="#dcebe8"/>${shadows.join('')}</svg>`;
  await sharp(Buffer.from(ground))
    .composite(layers)
    .removeAlpha()
    .png({ palette: true, colours: 128, effort: 9 })
    .toFile(file);
}
