import type { BrowserContext, Page } from '@playwright/test';
import { openPopup } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { openPage, saveImage } from './picture-steps.ts';
import { chooseBoard, chooseInImageMenu, paint, saveByPopup } from './steps.ts';

/** A page of the demo blog whose best picture was saved to Garden by the popup. */
async function savedToGarden(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`https://kitchen.test/${path}`);
  const popup = await openPopup(context, page);
  await saveByPopup(popup, 'Garden');
  await popup.close();
  return page;
}

test('a picture that was saved is marked, and saved to the same board once more only when asked for', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  emulator.seed({ boards: [{ name: 'Garden' }, { name: 'Recipes' }] });
  await connect();
  const page = await savedToGarden(context, 'many?n=3');

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
  await paint(emulator, 'https://kitchen.test/pictures/plum-cake-1600.jpg');
  const page = await savedToGarden(context, 'recipes/plum-cake');

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

test('a picture whose address is its bytes is known again', async ({ context, connect, emulator }) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const page = await openPage(context, emulator, 'https://kitchen.test/walls');
  const src = await page.locator('#data').evaluate((image: HTMLImageElement) => image.src);
  await saveImage(context, emulator, page, src);
  await expect.poll(() => emulator.state().pins.length).toBe(2);
  const asking = context.waitForEvent('page', (opened) => opened.url().includes('/popup.html'));
  await saveImage(context, emulator, page, src);
  await asking;
  expect(emulator.state().pins).toHaveLength(2);
});

test('the question whether to save again is in sight where the fields leave little room', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const page = await savedToGarden(context, 'many?n=2');
  const popup = await popupOver(page);
  await expect(popup.getByRole('option', { name: /Saved to Garden/ })).toHaveCount(1);
  await popup.getByRole('button', { name: 'Select all' }).click();
  await popup.getByRole('button', { name: 'Description, alt text, link' }).click();
  await popup.getByRole('button', { name: 'Save 2 pins' }).click();
  const again = popup.getByRole('button', { name: 'Save again' });
  await again.waitFor();
  const isCovered = await again.evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return !button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isCovered).toBe(false);
});

test('a forgotten mark asks no more', async ({ context, connect, popupOver, emulator }) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const page = await savedToGarden(context, 'many?n=2');
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
  const note = popup.getByText('A pin with this link is already on Recipes.');
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

test('says which of several chosen boards have a pin of this page, and asks Pinterest about each once', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  const link = 'https://kitchen.test/recipes/plum-cake';
  const boards = [
    { name: 'Garden' },
    { name: 'Recipes', sections: ['Cakes'], pins: [{ link }] },
    { name: 'Baking', pins: [{ link }] },
  ];
  emulator.seed({ boards });
  await connect();
  const page = await context.newPage();
  await page.goto(link);
  const popup = await popupOver(page);
  const board = popup.getByRole('combobox', { name: 'Board' });
  const note = popup.getByText('A pin with this link is already on');
  const add = async (name: string) => {
    await popup.getByRole('button', { name: 'Add another board' }).click();
    await popup.getByRole('option', { name }).click();
  };
  const readings = (name: string) => {
    const id = emulator.state().boards.find((one) => one.name === name)?.id;
    return emulator.log.find('GET', `/v5/boards/${id}/pins`).length;
  };
  await chooseBoard(popup, 'Garden');
  await expect.poll(() => readings('Garden')).toBe(1);
  await expect(note).toBeHidden();
  await add('Recipes');
  await expect(note).toHaveText('A pin with this link is already on Recipes.');
  await add('Baking');
  await expect(note).toHaveText('A pin with this link is already on Recipes and Baking.');
  await popup.getByRole('button', { name: 'Remove Recipes' }).click();
  await expect(note).toHaveText('A pin with this link is already on Baking.');
  await board.fill('Recipes › Cakes');
  await popup.getByRole('option', { name: /Cakes/ }).waitFor();
  await board.press('ArrowDown');
  await board.press('Enter');
  await expect(note).toHaveText('A pin with this link is already on Recipes and Baking.');
  expect(['Garden', 'Recipes', 'Baking'].map(readings)).toEqual([1, 1, 1]);
});
