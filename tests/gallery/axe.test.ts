import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../axe.ts';
import { type Gallery, openGallery } from './open-gallery.ts';
import { states } from './states.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

test.each(Object.keys(states).filter((state) => state !== 'huge'))(
  'axe finds nothing wrong with "%s"',
  async (state) => {
    expect(await violations(await gallery.show(state))).toEqual([]);
  },
);

test.each(['several-more-open', 'failed', 'saved', 'hidden', 'offline', 'nopin'])(
  'axe finds nothing wrong with "%s" in the dark, right to left',
  async (state) => {
    expect(await violations(await gallery.show(state, { query: 'theme=dark&dir=rtl' }))).toEqual([]);
  },
);

test('axe finds nothing wrong with the open board list', async () => {
  const page = await gallery.show('one');
  await page.keyboard.type('reci');
  await page.keyboard.press('ArrowRight');
  expect(await violations(page)).toEqual([]);
});

test('axe finds nothing wrong with the hidden pictures', async () => {
  const page = await gallery.show('one');
  await page.getByRole('button', { name: '9 hidden' }).click();
  expect(await violations(page)).toEqual([]);
});
