import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../chromium.ts';
import { serveGallery } from './serve.ts';
import { states } from './states.ts';

/** `node tests/gallery/shoot.ts <folder> [state …]`: a picture of every state, light and dark, left- and right-to-left. */
const [folder = 'test-results/gallery', ...only] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const gallery = await serveGallery();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 400, height: 600 } });
page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
page.on('pageerror', (error) => console.error(error));
const looks = ['theme=light', 'theme=dark', 'theme=light&dir=rtl'];
for (const state of only.length > 0 ? only : Object.keys(states)) {
  for (const look of looks) {
    await page.goto(`${gallery.url}?state=${state}&${look}`);
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    await page.screenshot({
      path: join(folder, `${state}-${look.replaceAll(/\W/g, '-')}.png`),
      animations: 'disabled',
    });
  }
}
await browser.close();
await gallery.stop();
