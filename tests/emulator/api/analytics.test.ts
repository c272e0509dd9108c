import { afterAll, beforeAll, expect, test } from 'vitest';
import { byUrl, connect, startWithBoard } from '../helpers.ts';

const { emulator, boardId } = await startWithBoard({ now: () => Date.UTC(2026, 5, 30, 12) });
const api = connect(emulator);
let pinId = '';
beforeAll(async () => {
  pinId = (await api('POST', '/pins', byUrl(boardId))).body.id;
});
afterAll(() => emulator.close());

const range = 'start_date=2026-06-01&end_date=2026-06-03';

test("a pin's metrics come by day, in sum, and over its life", async () => {
  const { body } = await api('GET', `/pins/${pinId}/analytics?${range}&metric_types=IMPRESSION,SAVE,TOTAL_COMMENTS`);
  expect(body).toMatchObject({
    all: {
      daily_metrics: [{ date: '2026-06-01', data_status: 'READY' }, { date: '2026-06-02' }, { date: '2026-06-03' }],
      summary_metrics: { IMPRESSION: expect.any(Number), SAVE: expect.any(Number) },
      lifetime_metrics: { TOTAL_COMMENTS: expect.any(Number) },
    },
  });
});

test.for([
  ['start_date=2026-03-31&end_date=2026-06-01', 'more than 90 days back'],
  ['start_date=2026-06-03&end_date=2026-06-01', 'before start_date'],
  ['start_date=2026-06-29&end_date=2026-07-01', 'in the future'],
  ['start_date=2026-6-1&end_date=2026-06-03', 'does not match'],
] as const)('%s is refused', async ([dates, message]) => {
  const answer = await api('GET', `/pins/${pinId}/analytics?${dates}&metric_types=SAVE`);
  expect([answer.status, answer.body.code]).toEqual([400, 1]);
  expect(answer.body.message).toContain(message);
});

test('video metrics of a picture are refused', async () => {
  expect((await api('GET', `/pins/${pinId}/analytics?${range}&metric_types=VIDEO_START`)).status).toBe(400);
});

test('several pins at once are a beta', async () => {
  const path = `/pins/analytics?${range}&metric_types=SAVE&pin_ids=${pinId}`;
  expect((await api('GET', path)).body).toMatchObject({ [pinId]: { all: {} } });
  expect((await api('GET', `${path},9`)).body.code).toBe(50);
  emulator.change({ app: { multiPinAnalytics: false } });
  expect((await api('GET', path)).body).toMatchObject({ code: 3 });
});

test('the account has metrics and top pins, in production only', async () => {
  expect((await api('GET', `/user_account/analytics?${range}&metric_types=ENGAGEMENT`)).status).toBe(200);
  const top = await api('GET', `/user_account/analytics/top_pins?${range}&sort_by=SAVE&num_of_pins=5`);
  expect(top.body).toMatchObject({ sort_by: 'SAVE', pins: [{ pin_id: pinId, data_status: { SAVE: 'READY' } }] });
  expect((await api('GET', `/user_account/analytics/top_pins?${range}`)).status).toBe(400);
  expect((await connect(emulator, 'sandbox')('GET', `/user_account/analytics?${range}`)).status).toBe(403);
});

test('the account says who it is', async () => {
  expect((await api('GET', '/user_account')).body).toMatchObject({
    username: 'maya_cooks',
    board_count: 1,
    pin_count: 1,
  });
});
