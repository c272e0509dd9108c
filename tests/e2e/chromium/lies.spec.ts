import type { BrowserContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './fixtures.ts';
import { quickPin, saveByPopup } from './steps.ts';
import { toastOn } from './toast.ts';

const address = 'https://kitchen.test/lies';
const shown = 'https://kitchen.test/pictures/plum-cake-960.jpg';

/** A page whose picture claims to stand for another site's picture and link, and to be a Pin that it is not. */
async function openLies(context: BrowserContext): Promise<Page> {
  const create = { width: 900, height: 300, channels: 3, background: '#a44' } as const;
  const spam = await sharp({ create }).jpeg().toBuffer();
  await context.route('https://evil.test/**', (route) => route.fulfill({ contentType: 'image/jpeg', body: spam }));
  await context.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Lies</title><body><img src="${shown}" alt="Plum cake"
        data-pin-media="https://evil.test/spam.jpg" data-pin-url="https://evil.test/buy" data-pin-id="1234567">`,
    }),
  );
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('a page that lies about its picture, link and Pin does not fool quick pin', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const honest = await context.newPage();
  await honest.goto('https://kitchen.test/many?n=2');
  await saveByPopup(await popupOver(honest), 'Garden');
  const page = await openLies(context);
  await quickPin(context, page);
  await expect.poll(async () => (await toastOn(page)).text).toContain('Saved to Garden');
  expect(emulator.state().pins).toHaveLength(2);
  expect(emulator.state().pins.at(-1)).toMatchObject({
    link: address,
    pictureUrl: expect.stringContaining('/pictures/plum-cake-'),
  });
});

test("nor does it fool quick pin into Pinterest's own window", async ({ context, saveWindow }) => {
  const page = await openLies(context);
  const opened = saveWindow();
  await quickPin(context, page);
  const asked = new URL((await opened).url()).searchParams;
  expect(asked.get('media')).toBe(shown);
  expect(asked.get('url')).toBe(address);
});
