import type { Locator, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { boardOf, expect, seeSecretsNextTime, test } from './library.ts';

/** What Pinterest documents that it may answer, and what of the page's sentence says so. */
type Refusal = readonly [status: number, code: number, message: string, sentence: string];
type Request = { readonly method: string; readonly path: string };

const notPermitted: Refusal = [403, 29, 'You are not permitted to access that resource.', 'does not permit this'];
const boardGone: Refusal = [404, 40, 'Board not found.', 'That board no longer exists.'];
const sectionConflict: Refusal = [409, 0, 'Board section conflict.', 'Pinterest is busy with this board'];
const placeGone: Refusal = [404, 0, 'Board or section not found.', 'That section no longer exists.'];
const broken: Refusal = [500, 0, 'Something went wrong on our end.', 'Pinterest has a problem of its own'];
const pause: Refusal = [429, 8, 'This request exceeded a rate limit.', 'Pinterest asks for a pause'];
const trial: Refusal = [403, 29, 'Apps with Trial access may not create Pins in production', 'Apps with Trial access'];

/** Does the same again for each refusal, and sees that the page says it. */
async function isToldOf(
  emulator: Emulator,
  request: Request,
  refusals: readonly Refusal[],
  alert: Locator,
  act: () => Promise<void>,
): Promise<void> {
  for (const [status, code, message, sentence] of refusals) {
    const before = emulator.log.find(request.method, new RegExp(request.path)).length;
    emulator.fault({ kind: 'error', ...request, status, code, message });
    await act();
    await expect.poll(() => emulator.log.find(request.method, new RegExp(request.path)).length).toBeGreaterThan(before);
    await expect(alert).toContainText(sentence);
    emulator.clearFaults();
  }
}

/** Tries again until it is there: after several 5xx the browser may hold back a request for a moment. */
async function comesAtLast(page: Page, found: Locator): Promise<void> {
  const again = page.getByRole('button', { name: 'Try again' }).first();
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1_000 });
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

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

test('pins and figures that cannot be read say why, and come when asked again', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards, pins } = emulator.seed({ boards: [boardOf('Recipes', 1)] });
  await connect();
  const page = await library('#account');
  const alert = page.getByRole('alert').first();
  const again = () => page.getByRole('button', { name: 'Try again' }).first().click();
  const open = (hash: string) => async () => {
    await page.goto(page.url().replace(/#.*/, hash));
  };
  const isRead = async (request: Request, refusals: readonly Refusal[], hash: string, found: Locator) => {
    const [first, ...more] = refusals;
    if (first) await isToldOf(emulator, request, [first], alert, open(hash));
    await isToldOf(emulator, request, more, alert, again);
    await comesAtLast(page, found);
  };
  const shape = 'Pinterest answered something that Tack does not understand';
  const board = `#board/${boards[0]?.id}`;
  const pinsOf = { method: 'GET', path: '/boards/\\d+/pins$' };
  await isRead(pinsOf, [boardGone, notPermitted, broken], board, page.getByRole('option', { name: 'Recipes 1' }));

  const account = { method: 'GET', path: '/user_account/analytics$' };
  const refused: Refusal[] = [notPermitted, [400, 1, 'Invalid parameters.', 'Pinterest did not accept this.']];
  const chart = page.getByRole('slider', { name: 'Impressions by day' });
  await isRead(account, refused, '#analytics', chart);
  const ofPin = { method: 'GET', path: '/pins/\\d+/analytics$' };
  const pinGone: Refusal = [404, 50, 'Pin not found.', 'That pin no longer exists.'];
  const video = 'Metric VIDEO_START is not available for this Pin.';
  const metric: Refusal = [400, 1, video, 'Pinterest did not accept this.'];
  await isRead(ofPin, [pinGone, notPermitted, metric, broken], `#analytics/${pins[0]?.id}`, chart);
  const best = page.getByRole('list', { name: 'Top pins' });
  await isRead({ method: 'GET', path: '/top_pins$' }, [notPermitted, broken], '#analytics', best);

  emulator.fault({ kind: 'wrong-shape', ...pinsOf, times: 3 });
  await open(board)();
  await expect(alert).toContainText(shape);
  await comesAtLast(page, page.getByRole('option', { name: 'Recipes 1' }));

  emulator.fault({ kind: 'rate-limit', path: '/analytics$', retryAfterS: 3600 });
  await open('#analytics')();
  await expect(alert).toContainText('Pinterest asks for a pause');
});

test('a sign-in that Pinterest ended is said, and after another one the boards come by themselves', async ({
  library,
  connect,
  emulator,
  context,
}) => {
  emulator.seed({ boards: [boardOf('Recipes', 1)] });
  await connect();
  emulator.tokens('revoke');
  const page = await library();
  await expect(page.getByText('Pinterest signed you out')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Pinterest has ended this sign-in');
  const consent = context.waitForEvent('page', (other) => other.url().includes('/oauth/'));
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await (await consent).getByRole('button', { name: 'Give access' }).click();
  await expect(page.getByText('Pinterest signed you out')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Recipes 1 pin' })).toBeVisible();
});

test('a search that Pinterest refuses says why, and finds when asked again', async ({ library, connect, emulator }) => {
  emulator.seed({ boards: [boardOf('Recipes', 1)] });
  seeSecretsNextTime(emulator);
  await connect();
  const page = await library('#account');
  const alert = page.getByRole('alert').first();
  const open = async () => {
    await page.goto(page.url().replace(/#.*/, '#search/recipes'));
  };
  const again = () => page.getByRole('button', { name: 'Try again' }).first().click();
  const search = { method: 'GET', path: '/search/pins$' };
  await isToldOf(emulator, search, [notPermitted], alert, open);
  await isToldOf(emulator, search, [broken], alert, again);
  await comesAtLast(page, page.getByRole('option', { name: 'Recipes 1' }));
});
