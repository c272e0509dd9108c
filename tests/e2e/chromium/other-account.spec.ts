import { expect, test } from './library.ts';
import { chooseBoard, openOptions, saveByPopup } from './steps.ts';

test('saves that wait for one account are not sent for another, and go on when their own is back', async ({
  library,
  connect,
  emulator,
  context,
  popupOn,
}) => {
  test.slow();
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await connect();
  emulator.fault({ kind: 'rate-limit', method: 'POST', path: '^/v5/pins$', retryAfterS: 1 });
  const first = await popupOn('many?n=3');
  await chooseBoard(first, 'Recipes');
  await first.getByRole('button', { name: 'Select all' }).click();
  await first.getByRole('button', { name: 'Save 3 pins' }).click();
  await expect.poll(() => emulator.log.find('POST', '/v5/pins').length).toBeGreaterThan(0);
  await first.close();

  emulator.seed({ accounts: [{ username: 'otto' }], signedInAs: 'otto' });
  emulator.seed({ boards: [{ name: 'Otto’s' }] });
  const leaving = await openOptions(context);
  await leaving.getByRole('button', { name: 'Disconnect' }).click();
  await expect(leaving.getByText('3 saves are still waiting for this account')).toBeVisible();
  await leaving.getByRole('button', { name: 'Disconnect and keep them' }).click();
  await expect(leaving.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  await leaving.close();
  emulator.clearFaults();
  await connect();
  const before = emulator.log.find('POST', '/v5/pins').length;
  const waiting = await library('#waiting');
  await expect(waiting.getByText('These 3 saves were for another account.')).toBeVisible();
  const jobs = waiting.getByRole('list', { name: 'Waiting' }).getByRole('listitem');
  await expect(jobs).toHaveText(Array(3).fill(/It belongs to another account and waits until that one is connected/));

  const popup = await popupOn();
  await expect(popup.getByText('These 3 saves were for another account.')).toBeVisible();
  await saveByPopup(popup, 'Otto’s');
  await popup.close();
  // Neither does the person's own wish to try again send them there.
  for (const job of await jobs.all()) await job.getByRole('button', { name: 'Try again' }).click();
  await saveByPopup(await popupOn('recipes/lemon-tart'), 'Otto’s');
  const owners = () => emulator.state().pins.map(({ account }) => account);
  expect(owners()).toEqual(['otto', 'otto']);
  expect(emulator.log.find('POST', '/v5/pins')).toHaveLength(before + 2);
  await expect(jobs).toHaveCount(3);

  emulator.seed({ signedInAs: 'maya_cooks' });
  const options = await openOptions(context);
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  await options.close();
  await connect();
  await expect.poll(owners, { timeout: 60_000 }).toEqual(['otto', 'otto', ...Array(3).fill('maya_cooks')]);
  await expect(waiting.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();
});
