import { downloaded, expect, saveAs, test, violations } from './library.ts';

test('a save that failed is put right, sent again or let go, and the history is searched, exported and cleared', async ({
  library,
  connect,
  emulator,
  context,
  popupOn,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes' }, { name: 'Garden' }] });
  await connect();
  const popup = await popupOn();
  emulator.fault({ kind: 'spam', method: 'POST', path: '^/v5/pins$', times: 1 });
  await saveAs(popup, 'Recipes', '=SUM(1) a plum cake');
  await expect(popup.getByText('Not saved').first()).toBeAttached();
  const opened = context.waitForEvent('page', (other) => other.url().endsWith('/library.html'));
  await popup.getByRole('button', { name: 'My pins' }).click();
  await (await opened).close();

  const page = await library('#waiting');
  const job = page.getByRole('list', { name: 'Waiting' }).getByRole('listitem');
  await expect(job).toHaveCount(1);
  await expect(job).toContainText('=SUM(1) a plum cake');
  await expect(job).toContainText('To Recipes');
  await expect(job).toContainText('Not saved.');
  await expect(page.getByRole('link', { name: 'Waiting 1 need you' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try all again' })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  const dialog = page.getByRole('dialog');
  await job.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByRole('textbox', { name: 'Link' }).fill('https://kitchen.test/');
  await dialog.getByRole('combobox', { name: 'Board' }).selectOption('Garden');
  await dialog.getByRole('button', { name: 'Save and send' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();
  const [garden] = emulator.state().boards.filter(({ name }) => name === 'Garden');
  expect(emulator.state().pins).toMatchObject([{ link: 'https://kitchen.test/', boardId: garden?.id }]);

  await page.getByRole('link', { name: 'History' }).click();
  const line = page.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('Saved to Garden');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('searchbox', { name: 'Words' }).fill('pear');
  await expect(line).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Words' }).fill('PLUM');
  await page.getByRole('combobox', { name: 'Site' }).selectOption('kitchen.test');
  await expect(line).toHaveCount(1);
  expect(await downloaded(page, 'CSV')).toContain(`\r\n'=SUM(1) a plum cake,Garden,`);
  expect(JSON.parse(await downloaded(page, 'JSON'))).toMatchObject([{ title: '=SUM(1) a plum cake', board: 'Garden' }]);
  await page.getByRole('button', { name: 'Clear history' }).click();
  await dialog.getByRole('button', { name: 'Clear history' }).click();
  await expect(page.getByRole('heading', { name: 'No history yet' })).toBeVisible();
});

test('a save that waits is discarded; the account says who it is and what is left, and disconnects', async ({
  library,
  connect,
  emulator,
  popupOn,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await connect();
  const popup = await popupOn();
  emulator.fault({ kind: 'rate-limit', method: 'POST', path: '^/v5/pins$', retryAfterS: 3600 });
  await saveAs(popup, 'Recipes', 'A plum cake');
  const page = await library('#waiting');
  const job = page.getByRole('listitem').filter({ hasText: 'A plum cake' });
  await expect(job).toContainText('Next try at');
  await job.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();
  expect(emulator.state().pins).toEqual([]);

  await page.getByRole('link', { name: 'Account' }).click();
  await expect(page.getByText('Business account')).toBeVisible();
  await expect(page.getByRole('list', { name: 'What you allowed' }).getByRole('listitem')).toHaveText([
    'boards:read',
    'boards:write',
    'pins:read',
    'pins:write',
    'user_accounts:read',
  ]);
  const budgets = page.getByRole('list', { name: "What is left of Pinterest's limits" });
  await expect(budgets.getByRole('listitem').first()).toContainText(/Reading\d[\d,]* of 1,000 left/);
  await expect(budgets).toContainText('paused until');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('heading', { name: 'Connect Tack to see your boards and pins' })).toBeVisible();
});
