import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseBoard, givePicture } from './steps.ts';

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards: [{ name: 'Garden' }, { name: 'Recipes' }] });
  await connect();
});

const asOne = (popup: Page) => popup.getByRole('switch', { name: 'As one pin' });
const save = (popup: Page) => popup.getByRole('button', { name: 'Save', exact: true });
const saved = (popup: Page) => popup.getByRole('status').getByText('Saved to Garden');

test('three pictures become one pin, are marked as saved, each of them, and Undo takes the pin back', async ({
  context,
  popupOver,
  emulator,
}) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=3');
  const popup = await popupOver(page);
  await expect(popup.getByRole('option')).toHaveCount(3);
  await expect(asOne(popup)).toHaveCount(0);
  await popup.getByRole('button', { name: 'Select all' }).click();
  await chooseBoard(popup, 'Garden');
  await asOne(popup).press('Space');
  await popup.getByRole('textbox', { name: 'Title' }).fill('Three of a kind');
  await save(popup).click();
  await expect(saved(popup)).toBeVisible({ timeout: 30_000 });
  const { pins } = emulator.state();
  expect(pins).toMatchObject([{ sourceType: 'multiple_image_urls', title: 'Three of a kind' }]);
  expect(new Set(pins[0]?.slots.map(({ picture }) => picture.sha256)).size).toBe(3);
  await popup.close();

  const again = await popupOver(page);
  await expect(again.getByRole('option', { name: /Saved to Garden/ })).toHaveCount(3);
  await expect(asOne(again)).toBeChecked();
  await save(again).click();
  await again.getByRole('button', { name: 'Save again' }).click();
  await expect(saved(again)).toBeVisible({ timeout: 30_000 });
  expect(emulator.state().pins).toHaveLength(2);
  await again.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => emulator.state().pins.length).toBe(1);
});

test('when one picture has only bytes all of them go as bytes', async ({ context, popupOver, emulator }) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=1');
  const popup = await popupOver(page);
  await chooseBoard(popup, 'Garden');
  const file = await emulator.fetch('https://kitchen.test/numbered/9-600x800.jpg');
  await popup.getByRole('option', { selected: true }).waitFor();
  // What Tack proposed gives way to what the person brings; what they chose themselves stays.
  await popup.getByRole('option').first().click();
  await popup.getByRole('option').first().click();
  await givePicture(popup, 'paste', { jpeg: Buffer.from(await file.arrayBuffer()).toString('base64') });
  await asOne(popup).press('Space');
  await save(popup).click();
  await expect(saved(popup)).toBeVisible({ timeout: 30_000 });
  const [pin] = emulator.state().pins;
  expect(pin).toMatchObject({ sourceType: 'multiple_image_base64' });
  expect(pin?.slots.map(({ picture: { widthPx, heightPx } }) => [widthPx, heightPx])).toEqual([
    [600, 800],
    [600, 800],
  ]);
});

test('pictures of different shapes are not sent: the popup says why', async ({ context, popupOver, emulator }) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/recipes/plum-cake');
  const popup = await popupOver(page);
  await chooseBoard(popup, 'Garden');
  await popup.getByRole('button', { name: 'Select all' }).click();
  await asOne(popup).press('Space');
  await expect(popup.getByText('only when they all have the same shape')).toBeVisible();
  await expect(save(popup)).toBeDisabled();
  await asOne(popup).press('Space');
  await expect(popup.getByRole('button', { name: /^Save \d pins$/ })).toBeEnabled();
  expect(emulator.state().pins).toEqual([]);
});
