import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Gallery, openGallery } from './open-gallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

const change = (page: Page, more: object) =>
  page.evaluate((given) => (globalThis as unknown as { change: (more: object) => void }).change(given), more);
const calls = (page: Page) => page.evaluate(() => (globalThis as unknown as { calls: unknown[][] }).calls);

test('the status is in the page before it speaks, and stays the same element', async () => {
  const page = await gallery.show('one');
  const status = page.getByRole('status');
  await status.evaluate((element) => element.setAttribute('data-was-there', ''));
  await change(page, { run: { items: [{ id: 'a', key: 'a', label: 'Recipes', state: 'saved' }] } });
  await page.getByText('Saved to Recipes').waitFor();
  expect(await page.locator('[data-was-there]').textContent()).toBe('Saved to Recipes');
});

test('what was just saved is not saved again by another press, but may go to another board', async () => {
  const page = await gallery.show('saved');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect.poll(() => calls(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Board' }).fill('garden');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await calls(page)).toMatchObject([['save', [{ title: 'Plum cake on a blue plate' }]]]);
});

test('two to five pictures become one pin when asked for, and those of different shapes say why not', async () => {
  const page = await gallery.show('one-pin');
  const asOne = page.getByRole('switch', { name: 'As one pin' });
  await asOne.waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  await page.getByRole('textbox', { name: 'Title' }).fill('Three plums');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await calls(page)).toMatchObject([
    ['save', [{ title: 'Three plums', others: [expect.any(String), expect.any(String)] }]],
  ]);

  const odd = await gallery.show('one-pin-shapes');
  await odd.getByText('Pinterest takes pictures into one pin only when they all have the same shape.').waitFor();
  await odd.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  expect(await calls(odd)).toEqual([]);
  await odd.getByRole('switch', { name: 'As one pin' }).press('Space');
  await odd.getByRole('button', { name: 'Save 3 pins' }).click();
  expect(await calls(odd)).toMatchObject([['save', [{}, {}, {}]]]);
});

test('what stands on one of the boards already goes to the rest when the person says so', async () => {
  const page = await gallery.show('partly-on-boards');
  expect(await page.getByRole('region', { name: 'Results' }).getByRole('listitem').textContent()).toContain(
    'GardenThat board no longer exists.',
  );
  await page.getByRole('button', { name: 'Save 3 pins' }).click();
  await page.getByText('You already saved this picture to Recipes and Autumn.').waitFor();
  expect(await calls(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the rest' }).click();
  expect(await calls(page)).toMatchObject([['save', [{ targets: [{ label: 'Garden' }] }]]]);
});

test('a board that refused is out of the choice when another is to be chosen', async () => {
  const page = await gallery.show('partly-on-boards');
  await page.getByRole('button', { name: 'Choose another board' }).click();
  const others = page.getByRole('list', { name: 'Also to' }).getByRole('button');
  await expect.poll(() => others.allTextContents()).toEqual(['Autumn']);
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
});

test('the focus comes back to the board when the pressed Undo is gone', async () => {
  const page = await gallery.show('saved');
  await page.getByRole('button', { name: 'Undo' }).click();
  await change(page, { run: { items: [{ id: 'a', key: 'a', label: 'Recipes', state: 'undone' }] } });
  await page.getByText('Undone. The pin is deleted.').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
});

test('a title stops at 100 units, never inside a character', async () => {
  const page = await gallery.show('one');
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill(`${'x'.repeat(99)}🍰🍰`);
  expect(await title.inputValue()).toBe('x'.repeat(99));
  expect(await page.locator('.text-field .count').first().textContent()).toBe('99/100');
});

test('several pictures are edited all at once, or one by itself', async () => {
  const page = await gallery.show('several');
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Plums');
  await page.getByRole('radio', { name: 'photo-3.jpg' }).check();
  expect(await title.inputValue()).toBe('Plums');
  await title.fill('One plum');
  await page.getByRole('radio', { name: 'All 3 pins' }).check();
  expect(await title.getAttribute('placeholder')).toBe('Different for each; typing changes all');
  await page.getByRole('button', { name: 'Save 3 pins' }).click();
  expect(await calls(page)).toMatchObject([['save', [{ title: 'Plums' }, { title: 'One plum' }, { title: 'Plums' }]]]);
});

test('a picture without an address is not handed to Pinterest’s window', async () => {
  const page = await gallery.show('not-connected-no-address');
  await page.getByRole('button', { name: 'Save with Pinterest' }).press('Enter');
  await expect.poll(() => calls(page)).toEqual([]);
  await page.getByRole('listbox').press('ArrowRight');
  await page.getByRole('listbox').press('Space');
  await page.getByRole('button', { name: 'Save with Pinterest' }).click();
  expect(await calls(page)).toMatchObject([['save', [{ title: 'Slices on a rack' }]]]);
});

test('hidden pictures are one click away, with their reasons', async () => {
  const page = await gallery.show('one');
  await page.getByRole('button', { name: '9 hidden' }).click();
  await page.getByRole('button', { name: 'Ads · 1' }).click();
  await page.getByRole('listbox', { name: 'Images on this page' }).press('End');
  await page.locator('.tile', { hasText: 'Ads' }).waitFor();
});

test('an error stands beside its picture, with what to do', async () => {
  const page = await gallery.show('failed');
  const item = page.getByRole('listitem').filter({ hasText: 'That board no longer exists.' });
  await item.getByRole('button', { name: 'Choose another board' }).click();
  expect(await calls(page)).toMatchObject([['remedy', expect.any(String), 'chooseBoard']]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Board');
});

test('the sort button goes round and says where it stands', async () => {
  const page = await gallery.show('one');
  const first = () => page.getByRole('listbox').getByRole('option').first().locator('.tile-size').textContent();
  await page.getByRole('button', { name: 'Sort: Best first' }).click();
  await page.getByRole('button', { name: 'Sort: Largest first' }).waitFor();
  await expect.poll(() => first()).toBe('1200 × 1600');
  await page.getByRole('button', { name: 'Sort: Largest first' }).click();
  await page.getByRole('button', { name: 'Sort: Page order' }).click();
  await page.getByRole('button', { name: 'Sort: Best first' }).waitFor();
  expect(await page.getByRole('combobox').count()).toBe(1);
});
