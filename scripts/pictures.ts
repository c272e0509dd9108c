import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** A way in which a page is shown. */
export interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

export const looks: readonly Look[] = [
  { name: 'light', colorScheme: 'light', direction: 'ltr' },
  { name: 'dark', colorScheme: 'dark', direction: 'ltr' },
  { name: 'rtl', colorScheme: 'light', direction: 'rtl' },
];

/** Writes what a page shows as a small PNG. */
export async function shoot(page: Page, file: string, { colorScheme, direction }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, direction);
  await page
    .waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0), undefined, {
      timeout: 5000,
    })
    .catch(() => undefined);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  const shown = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await writeFile(file, await sharp(shown).png({ palette: true, colours: 128, effort: 8 }).toBuffer());
}

const cell = { widthPx: 160, heightPx: 240, gapPx: 12, captionPx: 18 };
const columns = 9;

/** Lays all pictures out on one sheet, each with its name. */
export async function contactSheet(folder: string, files: readonly string[]): Promise<void> {
  const widthPx = columns * (cell.widthPx + cell.gapPx) + cell.gapPx;
  const rows = Math.ceil(files.length / columns);
  const heightPx = rows * (cell.heightPx + cell.gapPx) + cell.gapPx;
  const layers = await Promise.all(
    files.map(async (file, index) => {
      const left = cell.gapPx + (index % columns) * (cell.widthPx + cell.gapPx);
      const top = cell.gapPx + Math.floor(index / columns) * (cell.heightPx + cell.gapPx);
      const size = { width: cell.widthPx, height: cell.heightPx - cell.captionPx };
      const picture = await sharp(file)
        .resize({ ...size, fit: 'contain', background: '#c9cdd2' })
        .png()
        .toBuffer();
      return [
        { input: picture, left, top: top + cell.captionPx },
        { input: Buffer.from(caption(path.basename(file, '.png'))), left, top },
      ];
    }),
  );
  await sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#c9cdd2' } })
    .composite(layers.flat())
    .png({ palette: true, colours: 96, effort: 8 })
    .toFile(path.join(folder, 'contact-sheet.png'));
}

function caption(text: string): string {
  const style = 'font: 12px sans-serif';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cell.widthPx}" height="${cell.captionPx}"><text y="13" style="${style}">${text}</text></svg>`;
}
