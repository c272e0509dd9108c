import type { Emulator } from '../../emulator/start.ts';
import { expect, test } from './fixtures.ts';
import { saveByPopup } from './steps.ts';

// Connections to the API stay open here, as a real server's do: when one dies after the pin was made, Chromium sends the
// request again by itself, and the extension's fetch hears of the last answer alone.

const path = '^/v5/pins$';
/** The network and Pinterest take their time; on loopback a request would die before it could have travelled. */
const travelMs = 400;

function dieAfterCommit(emulator: Emulator, times: number): void {
  emulator.fault({ kind: 'slow', method: 'POST', path, delayMs: travelMs, commit: 'late', times });
  emulator.fault({ kind: 'drop', when: 'after-commit', method: 'POST', path, times });
}

test.beforeEach(async ({ emulator, connect }) => {
  emulator.change({ keepAlive: true });
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
});

const requests = (emulator: Emulator) => emulator.log.find('POST', '/v5/pins').length;
const pinIds = (emulator: Emulator) => emulator.state().pins.map(({ id }) => id);

test('a save that the browser sends twice is one pin: the one that View shows', { tag: '@waits' }, async ({
  context,
  popupOn,
  emulator,
}) => {
  dieAfterCommit(emulator, 1);
  const popup = await popupOn();
  await saveByPopup(popup, 'Garden');
  expect(requests(emulator)).toBe(2);
  const answered = emulator.log.find('POST', '/v5/pins').at(-1)?.responseBody as { id: string };
  await expect.poll(() => pinIds(emulator), { timeout: 20_000 }).toEqual([answered.id]);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    popup.getByRole('button', { name: 'View pin' }).click(),
  ]);
  expect(opened.url()).toBe(`https://www.pinterest.com/pin/${answered.id}/`);
});

test('Undo of a save that the browser sent twice leaves none', { tag: '@waits' }, async ({ popupOn, emulator }) => {
  dieAfterCommit(emulator, 1);
  const popup = await popupOn();
  await saveByPopup(popup, 'Garden');
  expect(requests(emulator)).toBe(2);
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => pinIds(emulator), { timeout: 20_000 }).toEqual([]);
});

test('a save that the browser sends until no answer is left is found, and is one pin', { tag: '@waits' }, async ({
  popupOn,
  emulator,
}) => {
  dieAfterCommit(emulator, 20);
  const popup = await popupOn();
  await saveByPopup(popup, 'Garden');
  expect(requests(emulator)).toBeGreaterThan(1);
  await expect.poll(() => pinIds(emulator).length, { timeout: 60_000 }).toBe(1);
});
