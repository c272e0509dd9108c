import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { startPinterest } from '../../tests/client/pinterest.ts';
import { PICTURE } from '../../tests/emulator/helpers.ts';
import { getAccountAnalytics, getPinAnalytics, getPinsAnalytics, getTopPins } from './analytics.ts';
import { createPin } from './pins.ts';

const { emulator, client } = await startPinterest();
const pinterest = client();
let pinId = '';
beforeEach(async () => {
  emulator.reset();
  const boardId = emulator.state().boards[0]?.id ?? '';
  const media_source = { source_type: 'image_url', url: PICTURE } as const;
  pinId = (await createPin(client(), { board_id: boardId, media_source })).id;
  emulator.log.clear();
});
afterAll(() => emulator.close());

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000).toISOString().slice(0, 10);
const week = { startDate: daysAgo(7), endDate: daysAgo(1) };

test("a pin's figures come by day, in sum, and over its life", async () => {
  const analytics = await getPinAnalytics(client(), pinId, week, {
    metrics: ['IMPRESSION', 'SAVE', 'TOTAL_REACTIONS'],
  });
  expect(analytics['all']?.daily_metrics).toHaveLength(7);
  expect(analytics['all']?.summary_metrics).toHaveProperty('IMPRESSION');
  expect(analytics['all']?.lifetime_metrics).toHaveProperty('TOTAL_REACTIONS');
});

test('several pins are asked for at once', async () => {
  const analytics = await getPinsAnalytics(client(), [pinId], week, { metrics: ['SAVE'] });
  expect(analytics[pinId]?.['all']?.summary_metrics).toHaveProperty('SAVE');
});

test('an app without the beta is told so', async () => {
  emulator.change({ app: { multiPinAnalytics: false } });
  const failure = await failureOf(getPinsAnalytics(client(), [pinId], week, { metrics: ['SAVE'] }));
  expect(failure).toMatchObject({ code: 'feature-not-granted', outcome: 'refused' });
});

test("the account's figures and its top pins are read", async () => {
  const analytics = await getAccountAnalytics(client(), week, { metrics: ['ENGAGEMENT'], source: 'YOUR_PINS' });
  expect(analytics['all']?.daily_metrics).toHaveLength(7);
  const top = await getTopPins(client(), week, { sortBy: 'SAVE', count: 5, createdInLast30Days: true });
  expect(top.pins.map(({ pin_id }) => pin_id)).toEqual([pinId]);
});

test('the sandbox has no analytics, and a pin that is gone has none', async () => {
  const sandbox = client({ environment: 'sandbox' });
  expect(await failureOf(getAccountAnalytics(sandbox, week))).toMatchObject({ code: 'not-permitted' });
  const gone = getPinAnalytics(client(), '404', week, { metrics: ['SAVE'] });
  expect(await failureOf(gone)).toMatchObject({ code: 'pin-not-found', outcome: 'refused' });
});

test('video figures of a picture are refused by Pinterest', async () => {
  const asked = getPinAnalytics(client(), pinId, week, { metrics: ['VIDEO_START'] });
  expect(await failureOf(asked)).toMatchObject({ outcome: 'refused' });
});

test.each([
  ['start_date', daysAgo(92), daysAgo(80)],
  ['end_date', daysAgo(3), daysAgo(4)],
  ['end_date', daysAgo(3), daysAgo(-2)],
  ['start_date', '2026-2-3', daysAgo(1)],
  ['start_date', '2026-02-30', daysAgo(1)],
  ['end_date', daysAgo(3), 'yesterday'],
])('%s of %s to %s costs no request', async (field, startDate, endDate) => {
  const asked = getPinAnalytics(pinterest, pinId, { startDate, endDate }, { metrics: ['SAVE'] });
  expect(await failureOf(asked)).toMatchObject({ code: 'invalid-value', field });
  expect(emulator.log.entries).toEqual([]);
});

test("today is the server's day, not that of a clock that is a month off", async () => {
  let nowMs = Date.now() - 30 * 24 * 3600_000;
  const sleep = async (ms: number) => {
    nowMs += ms;
  };
  const clock = { now: () => nowMs, sleep };
  const late = client({ clock });
  const asked = { metrics: ['SAVE'] as ['SAVE'] };
  expect(await failureOf(getPinAnalytics(late, pinId, week, asked))).toMatchObject({ field: 'end_date' });
  await failureOf(getPinAnalytics(late, '404', { startDate: daysAgo(40), endDate: daysAgo(35) }, asked));
  await expect(getPinAnalytics(late, pinId, week, asked)).resolves.toHaveProperty('all');
});
