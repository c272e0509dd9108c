import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * `node scripts/icons.mjs` draws public/icon/ from scripts/tack.svg: `16.png` … `128.png`, and `off-16.png` … in grey
 * for the toolbar while Tack is not connected. Small ones leave out the margin that stores want around the large one.
 */
const sizes = [16, 32, 48, 128];
const looks = { '': '#0b6e66', 'off-': '#6b7674' };

const root = join(import.meta.dirname, '..');
const folder = join(root, 'public/icon');
const drawing = await readFile(join(root, 'scripts/tack.svg'), 'utf8');
await mkdir(folder, { recursive: true });
for (const [prefix, colour] of Object.entries(looks)) {
  for (const size of sizes) {
    const viewBox = size < 48 ? '4 4 120 120' : '0 0 128 128';
    const svg = drawing.replace('0 0 128 128', viewBox).replace('#0b6e66', colour);
    const png = await sharp(Buffer.from(svg), { density: 288 })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toBuffer();
    await writeFile(join(folder, `${prefix}${size}.png`), png);
  }
}
