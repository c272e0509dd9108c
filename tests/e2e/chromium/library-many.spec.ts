import type { Locator, Page } from '@playwright/test';
import { boardOf, expect, test } from './library.ts';

test('two thousand boards are all there, and only those near the window are in the page', async ({
  library,
  connect,
  emulator,
}) => {
  emulator.change({ logAnswers: false });
  emulator.seed({ boards: Array.from({ length: 2000 }, (_, index) => ({ name: `Board ${index}` })) });
  await connect();
  const page = await library();
  await expect(page.getByText('2,000 boards')).toBeVisible();
  const cards = page.getByRole('list', { name: 'Boards' }).getByRole('listitem');
  expect(await scrollTo(page, cards, page.getByText('Board 0', { exact: true }))).toBeLessThan(80);
  await page.getByRole('searchbox', { name: 'Filter boards' }).fill('board 1999');
  await expect(cards).toHaveCount(1);
});

test('a board of 2,500 pins is read to its end as one scrolls, and lets go of the pins that are off screen', async ({
  library,
  connect,
  emulator,
}) => {
  emulator.change({ logAnswers: false });
  const { boards } = emulator.seed({ boards: [boardOf('Everything', 2500)] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const pins = page.getByRole('listbox', { name: 'Pins of Everything' }).getByRole('option');
  await expect(pins.first()).toBeVisible();
  expect(await scrollTo(page, pins, page.getByText('Everything 1', { exact: true }))).toBeLessThan(120);
  expect(emulator.log.entries.filter(({ path }) => path.endsWith('/pins')).length).toBe(25);
});

/** Turns the wheel until the last tile is in the page; gives the most tiles that were there at once. */
async function scrollTo(page: Page, tiles: Locator, last: Locator): Promise<number> {
  let most = 0;
  await expect(async () => {
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 6_000);
    most = Math.max(most, await tiles.count());
    await expect(last).toHaveCount(1, { timeout: 50 });
  }).toPass({ intervals: [20] });
  return most;
}
