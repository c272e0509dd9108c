import { expect, test } from './fixtures.ts';
import { ask } from './picture-steps.ts';
import { chooseBoard, openOptions, stopWorker } from './steps.ts';

test('a press on Save whose worker dies before it answers is sent again by the popup, and saved once', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  test.slow();
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const options = await openOptions(context);
  const page = await context.newPage();
  await page.goto('https://kitchen.test/formats');
  const popup = await popupOver(page);
  await chooseBoard(popup, 'Garden');
  const path = '/odd/drawing.svg';
  await popup.getByRole('option', { name: 'SVG' }).click();
  // The worker reads the picture before it answers: it dies while it waits for that.
  emulator.fault({ kind: 'held', host: '^kitchen\\.test$', path, times: 1 });
  const readings = () => emulator.log.find('GET', path).length;
  const before = readings();
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(readings).toBe(before + 1);
  await stopWorker(context, options);
  await expect(popup.getByRole('status').getByText('Saved to Garden')).toBeVisible({ timeout: 40_000 });
  expect(emulator.state().pins).toHaveLength(1);
  expect((await ask(options, 'listJobs')).value).toMatchObject([{ state: 'saved' }]);
});
