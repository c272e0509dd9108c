import { boardOf, expect, test, violations } from './library.ts';
import { dispatchMenu, grantActiveTab } from './steps.ts';

test('boards and sections are made, changed and deleted, and a refusal says why', async ({
  library,
  connect,
  emulator,
}) => {
  emulator.seed({ boards: [boardOf('Recipes', 2), { name: 'Ads', privacy: 'PROTECTED' }] });
  await connect();
  const page = await library();
  const board = (name: string) => emulator.state().boards.find((each) => each.name === name);
  await expect(page.getByRole('link', { name: 'Recipes 2 pins' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ads Protected 0 pins' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'New board' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('recipes');
  await dialog.getByRole('button', { name: 'New board' }).click();
  await expect(dialog.getByRole('alert')).toContainText('already have a board with this name');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Garden');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('What grows');
  await dialog.getByRole('button', { name: 'New board' }).click();
  await expect(dialog).toHaveCount(0);
  expect(board('Garden')).toMatchObject({ description: 'What grows', privacy: 'PUBLIC' });

  await page.getByRole('link', { name: /^Garden/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Garden' })).toBeFocused();
  await page.getByRole('button', { name: 'Edit board' }).click();
  await dialog.getByRole('switch', { name: 'Keep this board secret' }).check();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog.getByRole('alert')).toContainText('access to secret boards');
  await dialog.getByRole('switch', { name: 'Keep this board secret' }).uncheck();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Flowers');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Flowers' })).toBeVisible();
  expect(board('Flowers')).toMatchObject({ description: '' });

  await page.getByRole('button', { name: 'New section' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Roses');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Roses' }).click();
  await page.getByRole('button', { name: 'Rename section' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Tulips');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tulips' })).toBeVisible();
  expect(emulator.state().sections.map(({ name }) => name)).toEqual(['Tulips']);
  emulator.fault({
    kind: 'error',
    method: 'DELETE',
    status: 409,
    code: 0,
    message: 'Board section conflict.',
    times: 1,
  });
  await page.getByRole('button', { name: 'Delete section' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByRole('alert')).toContainText('busy with this board');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Flowers' })).toBeVisible();
  expect(emulator.state().sections).toEqual([]);

  await page.getByRole('link', { name: 'Boards' }).last().click();
  await page.getByRole('link', { name: /^Recipes/ }).click();
  await page.getByRole('button', { name: 'Delete board' }).click();
  await expect(dialog).toContainText('with its 2 pins');
  await dialog.getByRole('textbox').fill('Recipe');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox').fill('Recipes');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Boards' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Recipes/ })).toHaveCount(0);
  expect([board('Recipes'), emulator.state().pins]).toEqual([undefined, []]);
});

test('nobody connected, no boards, a failure and the sandbox each say what is so', async ({
  library,
  connect,
  emulator,
}) => {
  const page = await library();
  await expect(page.getByRole('heading', { name: 'Connect Tack to see your boards and pins' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  emulator.fault({ kind: 'error', path: '^/v5/boards$', status: 403, code: 29, message: 'You are not permitted.' });
  await connect();
  await expect(page.getByRole('alert')).toContainText('Pinterest does not permit this');
  emulator.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'No boards yet' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("the button's menu opens My pins", async ({ context }) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/recipes/plum-cake');
  await grantActiveTab(context, page);
  const opened = context.waitForEvent('page', (other) => other.url().endsWith('/library.html'));
  await dispatchMenu(context, page, { menuItemId: 'action-library' });
  await expect((await opened).getByRole('navigation', { name: 'Parts of My pins' })).toBeVisible();
});
