import type { Page } from '@playwright/test';
import { downloaded, expect, saveAs, test, violations } from './library.ts';

test('a save in doubt is looked for, believed, saved again or let go, as the person says', { tag: '@waits' }, async ({
  library,
  connect,
  emulator,
  popupOn,
}) => {
  const names = ['Looked', 'Believed', 'Again', 'Gone'];
  const { boards } = emulator.seed({ boards: names.map((name) => ({ name })) });
  await connect();
  // The answers are lost, and the boards cannot be read: nobody can tell. Only the first save has arrived.
  for (const { id, name } of boards) {
    const when = name === 'Looked' ? 'after-commit' : 'before-commit';
    emulator.fault({ kind: 'drop', when, method: 'POST', path: '^/v5/pins$', body: `"board_id":"${id}"`, times: 1 });
  }
  const unreadable = { method: 'GET', path: '/boards/\\d+/pins$', status: 403, code: 29, message: 'No.' };
  emulator.fault({ kind: 'error', ...unreadable });
  await saveEach(popupOn, names);
  const page = await library('#waiting');
  const job = (name: string) => page.getByRole('listitem').filter({ hasText: `To ${name}` });
  for (const name of names) {
    await expect(job(name)).toContainText(`Tack can't tell whether this reached ${name}.`);
    await expect(job(name).getByRole('button')).toHaveText(['Look again', "It's there", 'Save again', 'Discard']);
  }
  await expect(page.getByRole('link', { name: 'Waiting 4 need you' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const sent = () => emulator.log.find('POST', '/v5/pins').length;
  const pins = () => emulator.state().pins.map(({ title }) => title);
  expect([sent(), pins()]).toEqual([4, ['A Looked cake']]);

  // Still not to be read: it stays in doubt, and nothing is sent.
  const reads = () => emulator.log.find('GET', new RegExp(`/boards/${boards[0]?.id}/pins`)).length;
  const before = reads();
  await job('Looked').getByRole('button', { name: 'Look again' }).click();
  await expect.poll(reads).toBeGreaterThan(before);
  await expect(job('Looked')).toContainText("Tack can't tell");
  emulator.clearFaults();
  await job('Looked').getByRole('button', { name: 'Look again' }).click();
  await expect(job('Looked')).toHaveCount(0);
  await job('Believed').getByRole('button', { name: "It's there" }).click();
  await expect(job('Believed')).toHaveCount(0);
  await job('Gone').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(job('Gone')).toHaveCount(0);
  expect(sent()).toBe(4);
  await job('Again').getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();
  expect([sent(), pins()]).toEqual([5, ['A Looked cake', 'A Again cake']]);
  await page.getByRole('link', { name: 'History' }).click();
  const lines = page.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(lines).toHaveCount(3);
  for (const name of ['Looked', 'Believed', 'Again']) {
    await expect(lines.filter({ hasText: `Saved to ${name}` })).toHaveCount(1);
  }
});

test('refused saves are tried again one by one or all, and their words cannot become formulas in a file', {
  tag: '@waits',
}, async ({ library, connect, emulator, popupOn }) => {
  const names = ['@Recipes', '-Garden', '+Walls'];
  const { boards } = emulator.seed({ boards: names.map((name) => ({ name })) });
  await connect();
  emulator.fault({ kind: 'spam', method: 'POST', path: '^/v5/pins$' });
  await saveEach(popupOn, names, (name) => `=SUM(1) ${name}`);
  const page = await library('#waiting');
  const jobs = page.getByRole('list', { name: 'Waiting' }).getByRole('listitem');
  await expect(jobs).toHaveText([/Not saved\. .*blocked this link/, /Not saved\./, /Not saved\./]);
  const on = (index: number) => emulator.state().pins.filter(({ boardId }) => boardId === boards[index]?.id).length;

  const sent = () => emulator.log.find('POST', '/v5/pins').length;
  const one = jobs.filter({ hasText: 'To @Recipes' });
  const before = sent();
  await one.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(sent).toBe(before + 1);
  await expect(one).toContainText('Not saved.');
  emulator.clearFaults();
  await one.getByRole('button', { name: 'Try again' }).click();
  await expect(jobs).toHaveCount(2);
  expect([on(0), on(1), on(2)]).toEqual([1, 0, 0]);
  await page.getByRole('button', { name: 'Try all again' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();
  expect([on(0), on(1), on(2)]).toEqual([1, 1, 1]);

  await page.getByRole('link', { name: 'History' }).click();
  const csv = await downloaded(page, 'CSV');
  for (const name of names) expect(csv).toContain(`\r\n'=SUM(1) ${name},'${name},`);
  const cells = csv.slice(1).split(/\r\n|,/);
  expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  const lines = page.getByRole('list', { name: 'History' }).getByRole('listitem');
  await page.getByRole('combobox', { name: 'Board' }).selectOption('-Garden');
  await expect(lines).toHaveText([/-Garden/]);
  expect(JSON.parse(await downloaded(page, 'JSON'))).toMatchObject([{ board: '-Garden' }]);
  await page.getByRole('combobox', { name: 'Board' }).selectOption('Every board');
  await expect(lines).toHaveCount(3);
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('From').fill(day(2));
  await expect(lines).toHaveCount(0);
  await page.getByLabel('From').fill(day(-2));
  await page.getByLabel('To', { exact: true }).fill(day(2));
  await expect(lines).toHaveCount(3);
});

test('offline, a waiting save is changed and goes out as it was changed; what could not be read comes by itself', {
  tag: '@waits',
}, async ({ library, connect, emulator, context, popupOn }) => {
  test.slow();
  const { boards } = emulator.seed({ boards: [{ name: 'Recipes' }, { name: 'Garden' }] });
  await connect();
  const page = await library('#waiting');
  const popup = await popupOn();
  await expect(popup.getByRole('combobox', { name: 'Board' })).toBeEnabled();
  await popup.getByRole('combobox', { name: 'Board' }).fill('Recipes');
  await context.setOffline(true);
  await expect(page.getByText("You're offline. What Pinterest has is shown again")).toBeVisible();
  await saveAs(popup, 'Recipes', 'A plum cake');
  const job = page.getByRole('listitem').filter({ hasText: 'A plum cake' });
  await expect(job).toContainText("You're offline.");
  expect(await violations(page)).toEqual([]);
  const dialog = page.getByRole('dialog');
  await job.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A pear cake');
  await dialog.getByRole('combobox', { name: 'Board' }).selectOption('Garden');
  await dialog.getByRole('button', { name: 'Save and send' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'A pear cake' })).toContainText('To Garden');
  await page.goto(page.url().replace('#waiting', `#board/${boards[1]?.id}`));
  await expect(page.getByRole('alert')).toContainText('Pinterest could not be reached');
  expect(emulator.state().pins).toEqual([]);

  await context.setOffline(false);
  await expect(page.getByText("You're offline.")).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  // The worker hears of it by an alarm, every half a minute.
  const pins = expect.poll(() => emulator.state().pins, { timeout: 90_000 });
  await pins.toMatchObject([{ title: 'A pear cake', boardId: boards[1]?.id }]);
});

test('disconnecting lets go of what waits, when that is asked for', { tag: '@waits' }, async ({
  library,
  connect,
  emulator,
  popupOn,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await connect();
  emulator.fault({ kind: 'rate-limit', method: 'POST', path: '^/v5/pins$', retryAfterS: 3600 });
  await saveAs(await popupOn(), 'Recipes', 'A plum cake');
  const page = await library('#waiting');
  await expect(page.getByRole('listitem').filter({ hasText: 'A plum cake' })).toContainText('Next try at');
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Discard the 1 save that waits' }).check();
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  await page.getByRole('link', { name: 'Waiting' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();
});

/** Saves one picture to each board, from a page of its own. */
async function saveEach(
  popupOn: (path: string) => Promise<Page>,
  boards: readonly string[],
  titleOf = (board: string) => `A ${board} cake`,
): Promise<void> {
  for (const [index, board] of boards.entries()) {
    const popup = await popupOn(`many?n=${index + 2}`);
    await saveAs(popup, board, titleOf(board));
    await expect(
      popup
        .getByRole('status')
        .getByText(/Saving|Checking|Not saved/)
        .first(),
    ).toBeAttached();
    await popup.close();
  }
}
