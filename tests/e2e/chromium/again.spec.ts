import { expect, test } from './fixtures.ts';
import { chooseInImageMenu, saveByPopup } from './steps.ts';

test('a picture that was saved is marked, and saved to the same board once more only when asked for', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  emulator.seed({ boards: [{ name: 'Garden' }, { name: 'Recipes' }] });
  await connect();
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=3');
  const first = await popupOver(page);
  await saveByPopup(first, 'Garden');
  await first.close();

  const popup = await popupOver(page);
  const grid = popup.getByRole('listbox', { name: 'Images on this page' });
  await expect(grid.getByRole('option', { name: /Saved to Garden/ })).toHaveCount(1);
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByText('You already saved this picture to Garden.')).toBeVisible();
  expect(emulator.state().pins).toHaveLength(1);
  await popup.getByRole('button', { name: 'Save again' }).click();
  await expect.poll(() => emulator.state().pins.length).toBe(2);
  await popup.close();

  const garden = emulator.state().boards.find(({ name }) => name === 'Garden');
  const src = emulator.state().pins[0]?.pictureUrl ?? '';
  const asking = context.waitForEvent('page', (opened) => opened.url().includes('/popup.html'));
  await chooseInImageMenu(context, page, src, `image-to:${garden?.id}`);
  await asking;
  expect(emulator.state().pins).toHaveLength(2);
});

test('a picture that was saved in a larger version than the page shows is known by it', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const page = await context.newPage();
  await page.goto('https://kitchen.test/recipes/plum-cake');
  const first = await popupOver(page);
  await saveByPopup(first, 'Garden');
  await first.close();

  const popup = await popupOver(page);
  await expect(popup.getByRole('option', { name: /Saved to Garden/ })).toHaveCount(1);
  await popup.close();
  const src = await page.locator('#hero').evaluate((image: HTMLImageElement) => image.currentSrc);
  const [garden] = emulator.state().boards;
  expect(src).not.toBe(emulator.state().pins[0]?.pictureUrl);
  const asking = context.waitForEvent('page', (opened) => opened.url().includes('/popup.html'));
  await chooseInImageMenu(context, page, src, `image-to:${garden?.id}`);
  await asking;
  expect(emulator.state().pins).toHaveLength(1);
});

test('a forgotten mark asks no more', async ({ context, connect, popupOver, emulator }) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=2');
  const first = await popupOver(page);
  await saveByPopup(first, 'Garden');
  await first.close();
  const popup = await popupOver(page);
  await expect(popup.getByRole('option', { name: /Saved to Garden/ })).toHaveCount(1);
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await popup.getByRole('button', { name: 'Forget this mark' }).click();
  await expect(popup.getByRole('option', { name: /Saved to Garden/ })).toHaveCount(0);
  await saveByPopup(popup, 'Garden');
  expect(emulator.state().pins).toHaveLength(2);
});

test('says that the board has a pin of this page from before Tack, and saves all the same', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  const link = 'https://kitchen.test/recipes/plum-cake';
  const pins = [{ link: 'https://elsewhere.test/' }, { link: `${link}?utm_source=pinterest` }];
  emulator.seed({ boards: [{ name: 'Garden' }, { name: 'Recipes', pins }] });
  await connect();
  const page = await context.newPage();
  await page.goto(link);
  const popup = await popupOver(page);
  const note = popup.getByText('Recipes already has a pin with this link.');
  const board = popup.getByRole('combobox', { name: 'Board' });
  await board.fill('Recipes');
  await board.press('Enter');
  await expect(note).toBeVisible();
  await board.fill('Garden');
  await board.press('Enter');
  await expect(note).toBeHidden();
  await board.fill('Recipes');
  await board.press('Enter');
  await expect(note).toBeVisible();
  const recipes = emulator.state().boards.find(({ name }) => name === 'Recipes');
  expect(emulator.log.find('GET', `/v5/boards/${recipes?.id}/pins`)).toHaveLength(1);
  await popup.getByRole('button', { name: 'Description, alt text, link' }).click();
  await popup.getByRole('textbox', { name: 'Link' }).fill('https://kitchen.test/another');
  await expect(note).toBeHidden();
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('status').getByText('Saved to Recipes')).toBeVisible({ timeout: 30_000 });
});
