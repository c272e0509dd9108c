import { expect, test } from './fixtures.ts';
import { chooseInImageMenu } from './steps.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';
const boards = [{ name: 'Recipes', sections: ['Cakes'] }, { name: 'Garden' }];

test.describe('connected', () => {
  test.beforeEach(async ({ emulator, connect }) => {
    emulator.seed({ boards });
    await connect();
  });

  test('the popup saves the best picture to the board that was typed, and undoes it', async ({
    context,
    popupOver,
    emulator,
  }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await popupOver(page);
    const board = popup.getByRole('combobox', { name: 'Board' });
    await expect(board).toBeFocused();
    await board.fill('reci');
    await board.press('Enter');
    await expect(board).toHaveValue('Recipes');
    await popup.getByRole('textbox', { name: 'Title' }).fill('A plum cake');
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(popup.getByRole('status').getByText('Saved to Recipes').first()).toBeVisible();
    const [pin] = emulator.state().pins;
    expect(pin).toMatchObject({ title: 'A plum cake', link: recipe });
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => emulator.state().pins).toEqual([]);
  });

  test('the menu saves the clicked picture in its largest version, with a toast that undoes', async ({
    context,
    popupOver,
    emulator,
  }) => {
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await popupOver(page);
    await popup.getByRole('combobox', { name: 'Board' }).fill('Garden');
    await popup.getByRole('combobox', { name: 'Board' }).press('Enter');
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(popup.getByText('Saved to Garden').first()).toBeVisible();
    await popup.close();
    const [board] = emulator.state().boards.filter(({ name }) => name === 'Garden');
    const src = await page
      .locator('main img')
      .first()
      .evaluate((image: HTMLImageElement) => image.currentSrc);
    await chooseInImageMenu(context, page, src, `image-to:${board?.id}`);
    await expect.poll(() => emulator.state().pins.length).toBe(2);
  });
});
