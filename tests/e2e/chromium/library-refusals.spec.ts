import { boardOf, expect, test } from './library.ts';
import {
  boardGone,
  broken,
  comesAtLast,
  isToldOf,
  notPermitted,
  pause,
  placeGone,
  type Refusal,
  sectionConflict,
  trial,
} from './refusals.ts';

test('making, changing and deleting a board names each refusal, keeps what was typed, and works at last', async ({
  library,
  connect,
  emulator,
}) => {
  emulator.seed({ boards: [boardOf('Recipes', 1), { name: 'Gone' }] });
  await connect();
  const page = await library();
  const dialog = page.getByRole('dialog');
  const alert = dialog.getByRole('alert');
  const names = () => emulator.state().boards.map(({ name }) => name);
  await page.getByRole('button', { name: 'New board' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Garden');
  const press = (name: string) => () => dialog.getByRole('button', { name, exact: true }).click();
  const create = { method: 'POST', path: '^/v5/boards$' };
  const twin = 'Try a different name. You already have a board with this name!';
  const creating: Refusal[] = [
    [400, 58, twin, 'You already have a board with this name'],
    notPermitted,
    [409, 58, twin, 'You already have a board with this name'],
    broken,
    [400, 1, 'The board name is invalid or duplicated.', 'You already have a board with this name'],
    pause,
  ];
  await isToldOf(emulator, create, creating, alert, press('New board'));
  expect(names()).toEqual(['Recipes', 'Gone']);
  await press('New board')();
  await expect(dialog).toHaveCount(0);
  expect(names()).toEqual(['Recipes', 'Gone', 'Garden']);

  await page.getByRole('link', { name: /^Garden/ }).click();
  await page.getByRole('button', { name: 'Edit board' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Flowers');
  const board = { method: 'PATCH', path: '^/v5/boards/\\d+$' };
  const changing: Refusal[] = [
    [400, 1, 'Invalid board parameters.', 'Pinterest did not accept this.'],
    [403, 29, 'Not authorized to update the board.', 'does not permit this'],
    boardGone,
    pause,
  ];
  await isToldOf(emulator, board, changing, alert, press('Save changes'));
  expect(names()).toContain('Garden');
  await press('Save changes')();
  await expect(page.getByRole('heading', { level: 1, name: 'Flowers' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete board' }).click();
  await dialog.getByRole('textbox').fill('Flowers');
  const busy = 'Could not get exclusive access to delete the board.';
  const deleting: Refusal[] = [notPermitted, [409, 0, busy, 'Pinterest is busy with this board'], pause];
  await isToldOf(emulator, { ...board, method: 'DELETE' }, deleting, alert, press('Delete'));
  expect(names()).toContain('Flowers');
  await press('Delete')();
  await expect(page.getByRole('heading', { level: 1, name: 'Boards' })).toBeVisible();

  // Somebody deleted this one elsewhere: that is what was wanted.
  await page.getByRole('link', { name: /^Gone/ }).click();
  await page.getByRole('button', { name: 'Delete board' }).click();
  await dialog.getByRole('textbox').fill('Gone');
  const [status, code, message] = boardGone;
  emulator.fault({ kind: 'error', method: 'DELETE', path: board.path, status, code, message, times: 1 });
  await press('Delete')();
  await expect(page.getByRole('heading', { level: 1, name: 'Boards' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Gone/ })).toHaveCount(0);
});

test('sections name each refusal when they are made, renamed, deleted and opened', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards, sections } = emulator.seed({ boards: [{ name: 'Recipes', sections: ['Cakes'] }] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const dialog = page.getByRole('dialog');
  const alert = dialog.getByRole('alert');
  const press = (name: string) => () => dialog.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'New section' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Soups');
  const busy = 'Could not get exclusive access to the board to create a new section.';
  const making: Refusal[] = [
    [400, 1, 'Invalid board section parameters.', 'Pinterest did not accept this.'],
    notPermitted,
    [409, 0, busy, 'Pinterest is busy with this board'],
    broken,
  ];
  await isToldOf(emulator, { method: 'POST', path: '/sections$' }, making, alert, press('New section'));
  await press('New section')();
  await page.getByRole('link', { name: 'Soups' }).click();

  await page.getByRole('button', { name: 'Rename section' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Stews');
  const section = '/sections/\\d+$';
  const renaming: Refusal[] = [making[0] ?? broken, notPermitted, sectionConflict];
  await isToldOf(emulator, { method: 'PATCH', path: section }, renaming, alert, press('Save changes'));
  await press('Save changes')();
  await expect(page.getByRole('heading', { level: 1, name: 'Stews' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete section' }).click();
  await isToldOf(
    emulator,
    { method: 'DELETE', path: section },
    [notPermitted, sectionConflict],
    alert,
    press('Delete'),
  );
  expect(emulator.state().sections).toHaveLength(2);
  const gone = { status: 404, code: 2031, message: "Sorry! We couldn't find this board section." };
  emulator.fault({ kind: 'error', method: 'DELETE', path: section, ...gone, times: 1 });
  await press('Delete')();
  await expect(page.getByRole('heading', { level: 1, name: 'Recipes' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Stews' })).toHaveCount(0);

  emulator.fault({ kind: 'error', path: '/sections/\\d+/pins$', status: 409, code: 0, message: 'Conflict.', times: 1 });
  await page.getByRole('link', { name: 'Cakes' }).click();
  await expect(page.getByRole('alert')).toContainText('Pinterest is busy with this board');
  const again = () => page.getByRole('button', { name: 'Try again' }).click();
  const read = { method: 'GET', path: `/sections/${sections[0]?.id}/pins$` };
  await isToldOf(emulator, read, [notPermitted, placeGone, broken], page.getByRole('alert'), again);
  await comesAtLast(page, page.getByRole('heading', { name: 'No pins here yet' }));
});

test('a pin names each refusal when it is changed or deleted, and stays as it was', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards } = emulator.seed({ boards: [boardOf('Recipes', 2)] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const dialog = page.getByRole('dialog');
  const alert = dialog.getByRole('alert');
  const press = (name: string) => () => dialog.getByRole('button', { name, exact: true }).click();
  const pin = { method: 'PATCH', path: '^/v5/pins/\\d+$' };
  const titles = () => emulator.state().pins.map(({ title }) => title);
  await page.getByRole('option', { name: 'Recipes 2' }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Plum cake');
  const feature = 'Your application does not have access to this restricted feature: pin_edit';
  const changing: Refusal[] = [
    [401, 3, feature, 'has not given your app the right to edit pins'],
    [403, 29, 'Not authorized to update Pin.', 'does not permit this'],
    [404, 50, 'Pin not found.', 'That pin no longer exists.'],
    boardGone,
    trial,
    [404, 2031, "Sorry! We couldn't find this board section.", 'That section no longer exists.'],
    [429, 9, 'Sorry! We blocked this link because it may lead to spam.', 'Pinterest blocked this link.'],
    [400, 1, "Sorry! This site doesn't allow you to save Pins.", 'does not allow pins that lead to it'],
    [400, 1, 'Whoops! It looks like you entered an invalid URL.', 'Pinterest did not accept this link.'],
    broken,
    pause,
  ];
  await isToldOf(emulator, pin, changing, alert, press('Save changes'));
  expect(titles()).toEqual(['Recipes 1', 'Recipes 2']);
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Plum cake');
  await press('Save changes')();
  await expect(page.getByRole('option', { name: 'Plum cake' })).toBeVisible();
  // Nothing was copied and deleted instead.
  expect(titles()).toEqual(['Recipes 1', 'Plum cake']);
  expect(emulator.log.find('POST', '/v5/pins')).toEqual([]);

  await page.getByRole('option', { name: 'Plum cake' }).click();
  await press('Delete pin')();
  await isToldOf(emulator, { ...pin, method: 'DELETE' }, [notPermitted, broken, pause], alert, press('Delete'));
  expect(titles()).toEqual(['Recipes 1', 'Plum cake']);
  emulator.fault({
    kind: 'error',
    ...pin,
    method: 'DELETE',
    status: 404,
    code: 50,
    message: 'Pin not found.',
    times: 1,
  });
  await press('Delete')();
  await expect(page.getByRole('option')).toHaveCount(1);
});
