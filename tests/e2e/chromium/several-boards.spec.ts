import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseBoard, deleteBoard } from './steps.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards: [{ name: 'Recipes', sections: ['Cakes'] }, { name: 'Garden' }, { name: 'Reading corner' }] });
  await connect();
});

/** The boards that are chosen besides the one in the box. */
const others = (popup: Page) => popup.getByRole('list', { name: 'Also to' }).getByRole('button');

test('one picture goes to three boards, chosen by keyboard and by mouse, and Undo all takes it back from each', async ({
  context,
  popupOver,
  emulator,
}) => {
  const page = await context.newPage();
  await page.goto(recipe);
  const first = await popupOver(page);
  await chooseBoard(first, 'Garden');
  const board = first.getByRole('combobox', { name: 'Board' });
  await board.fill('Recipes › Cakes');
  await first.getByRole('option', { name: /Cakes/ }).waitFor();
  await board.press('ArrowDown');
  await board.press('Control+Enter');
  await board.press('Escape');
  await first.getByRole('button', { name: 'Add another board' }).click();
  await first.getByRole('option', { name: /Reading corner/ }).click();
  await expect(others(first)).toHaveText(['Recipes › Cakes', 'Reading corner']);
  await expect(first.getByText('can look like spam to Pinterest')).toBeVisible();
  await first.close();

  const popup = await popupOver(page);
  await expect(others(popup)).toHaveText(['Recipes › Cakes', 'Reading corner']);
  await popup.getByRole('button', { name: 'Save 3 pins' }).click();
  await expect(popup.getByRole('status').getByText('Saved to 3 boards')).toBeVisible({ timeout: 40_000 });
  const { boards, pins } = emulator.state();
  const nameOf = (id: string) => boards.find((each) => each.id === id)?.name;
  expect(pins.map(({ boardId }) => nameOf(boardId)).sort()).toEqual(['Garden', 'Reading corner', 'Recipes']);
  expect(new Set(pins.map(({ pictureUrl }) => pictureUrl)).size).toBe(1);
  expect(pins.filter(({ sectionId }) => sectionId)).toHaveLength(1);

  await popup.getByRole('button', { name: 'Undo all' }).click();
  await expect.poll(() => emulator.state().pins).toEqual([]);
});

test('a board that is gone is named, the others have the picture, and it goes to no board twice', async ({
  context,
  popupOver,
  emulator,
}) => {
  const page = await context.newPage();
  await page.goto(recipe);
  const popup = await popupOver(page);
  await chooseBoard(popup, 'Recipes');
  await popup.getByRole('button', { name: 'Add another board' }).click();
  await popup.getByRole('option', { name: /Garden/ }).click();
  await deleteBoard(emulator, 'Garden');
  await popup.getByRole('button', { name: 'Save 2 pins' }).click();
  await expect(popup.getByRole('status').getByText('1 saved, 1 not')).toBeVisible({ timeout: 40_000 });
  const failed = popup.getByRole('region', { name: 'Results' }).getByRole('listitem');
  await expect(failed).toHaveText(/^GardenThat board no longer exists/);

  await popup.getByRole('button', { name: 'Remove Garden' }).click();
  await popup.getByRole('button', { name: 'Add another board' }).click();
  await popup.getByRole('option', { name: /Reading corner/ }).click();
  await popup.getByRole('button', { name: 'Save 2 pins' }).click();
  await popup.getByRole('button', { name: 'Save the rest' }).click();
  await expect(popup.getByRole('status').getByText('Saved to Reading corner')).toBeVisible({ timeout: 40_000 });
  expect(emulator.state().pins).toHaveLength(2);
});
