import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import { byUrl, connect, startWithBoard } from './helpers.ts';

const { emulator } = await startWithBoard();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

const create = { method: 'POST', path: '^/v5/pins$' } as const;
const pins = () => emulator.state().pins.length;

test.for<[Fault, number, number]>([
  [{ kind: 'trial', ...create }, 403, 29],
  [{ kind: 'rate-limit', ...create }, 429, 8],
  [{ kind: 'spam', ...create }, 429, 9],
  [{ kind: 'expired-token', ...create }, 401, 2],
  [{ kind: 'error', status: 409, code: 58, message: 'Twice', ...create }, 409, 58],
])('$0.kind answers as Pinterest does and makes no pin', async ([fault, status, code]) => {
  emulator.fault(fault);
  const answer = await connect(emulator)('POST', '/pins', byUrl(boardId));
  expect([answer.status, answer.body.code, pins()]).toEqual([status, code, 0]);
});

test('a rate limit says when to come back only when told to', async () => {
  emulator.fault({ kind: 'rate-limit', times: 1, retryAfterS: 7 });
  const api = connect(emulator);
  const { headers } = await api('GET', '/boards');
  expect([headers.get('retry-after'), headers.get('x-ratelimit-remaining')]).toEqual(['7', '0']);
  emulator.clearFaults();
  emulator.fault({ kind: 'rate-limit' });
  expect((await api('GET', '/boards')).headers.get('retry-after')).toBeNull();
});

test.for<[Fault, number]>([
  [{ kind: 'drop', when: 'before-commit', ...create }, 0],
  [{ kind: 'drop', when: 'after-commit', ...create }, 1],
])('a connection dropped $0.when gives no answer and leaves $1 pins', async ([fault, count]) => {
  emulator.fault(fault);
  await expect(connect(emulator)('POST', '/pins', byUrl(boardId))).rejects.toThrow('fetch failed');
  expect(pins()).toBe(count);
  const [entry] = emulator.log.find('POST', '/v5/pins');
  expect([entry?.status, entry?.handledStatus]).toEqual([null, count === 1 ? 201 : null]);
});

test('a late commit lands after its connection died', async () => {
  emulator.fault({ kind: 'late-commit', delayMs: 20_000, ...create });
  await expect(connect(emulator)('POST', '/pins', byUrl(boardId))).rejects.toThrow('fetch failed');
  expect(pins()).toBe(0);
  emulator.clock.advance(19_000);
  expect(pins()).toBe(0);
  emulator.clock.advance(1000);
  expect(pins()).toBe(1);
});

test('lagging reads show the past', async () => {
  const api = connect(emulator);
  await api('POST', '/pins', byUrl(boardId));
  emulator.fault({ kind: 'lag', lagMs: 3000, method: 'GET' });
  expect((await api('GET', `/boards/${boardId}/pins`)).body.items).toEqual([]);
  emulator.clock.advance(3001);
  expect((await api('GET', `/boards/${boardId}/pins`)).body.items).toHaveLength(1);
});

test('jittered reads go backwards', async () => {
  const api = connect(emulator);
  await api('POST', '/pins', byUrl(boardId));
  emulator.clock.advance(1500);
  emulator.fault({ kind: 'lag', lagMs: 3000, jitter: true, method: 'GET', seed: 3 });
  const seen: number[] = [];
  for (let read = 0; read < 12; read += 1) seen.push((await api('GET', `/boards/${boardId}/pins`)).body.items.length);
  expect(seen.some((count, index) => count < (seen[index - 1] ?? 0))).toBe(true);
});

test('rewritten fields are stored as Pinterest wants them', async () => {
  emulator.fault({ kind: 'rewrite', fields: { description: '$ #ad' }, ...create });
  const made = await connect(emulator)('POST', '/pins', { ...byUrl(boardId), description: 'Cake' });
  expect(made.body).toMatchObject({ description: 'Cake #ad' });
});

test.for<[Fault, string | RegExp]>([
  [{ kind: 'html' }, /^<!doctype html>/],
  [{ kind: 'empty' }, ''],
  [{ kind: 'wrong-shape' }, '{"items":"none","id":null}'],
])('$0.kind is answered with the wrong body', async ([fault, body]) => {
  emulator.fault(fault);
  const response = await emulator.fetch('https://api.pinterest.com/v5/boards');
  expect(await response.text()).toMatch(body === '' ? /^$/ : body);
});

test('a half-sent body breaks off after the commit', async () => {
  emulator.fault({ kind: 'half', ...create });
  await expect(connect(emulator)('POST', '/pins', byUrl(boardId))).rejects.toThrow('terminated');
  expect(pins()).toBe(1);
});

test.for<[Fault]>([
  [{ kind: 'slow', delayMs: 40, headers: 'early' }],
  [{ kind: 'slow', delayMs: 40, headers: 'late' }],
  [{ kind: 'slow', delayMs: 40, commit: 'late' }],
])('a slow answer arrives whole (%j)', async ([fault]) => {
  emulator.fault(fault);
  expect((await connect(emulator)('POST', '/pins', byUrl(boardId))).status).toBe(201);
});

test('a held request is done, and answered, once its fault is taken away', async () => {
  const id = emulator.fault({ kind: 'held', ...create });
  let isAnswered = false;
  const answer = connect(emulator)('POST', '/pins', byUrl(boardId)).finally(() => {
    isAnswered = true;
  });
  await expect.poll(() => emulator.log.find('POST', '/v5/pins').map(({ faults }) => faults)).toEqual([[id]]);
  // Others are not kept waiting.
  expect((await connect(emulator)('GET', '/boards')).status).toBe(200);
  expect([isAnswered, pins()]).toEqual([false, 0]);
  emulator.clearFaults();
  expect((await answer).status).toBe(201);
  expect(pins()).toBe(1);
});

test('nth, times and probability choose the requests that are struck', async () => {
  const api = connect(emulator);
  emulator.fault({ kind: 'server-error', nth: 2, path: 'boards$' });
  emulator.fault({ kind: 'server-error', times: 1, path: 'user_account$' });
  emulator.fault({ kind: 'server-error', probability: 0.5, seed: 1, path: '/pins$' });
  const statuses = async (path: string, count: number) => {
    const found: number[] = [];
    for (let index = 0; index < count; index += 1) found.push((await api('GET', path)).status);
    return found;
  };
  expect(await statuses('/boards', 3)).toEqual([200, 500, 200]);
  expect(await statuses('/user_account', 2)).toEqual([500, 200]);
  expect(new Set(await statuses('/pins', 12))).toEqual(new Set([200, 500]));
});

test('faults strike the API only, unless they name another host', async () => {
  emulator.fault({ kind: 'server-error' });
  expect((await emulator.fetch('https://kitchen.test/')).status).toBe(200);
  emulator.fault({ kind: 'server-error', host: 'kitchen' });
  expect((await emulator.fetch('https://kitchen.test/')).status).toBe(500);
});

test('the server clock can be set off, and stamps answers and pins', async () => {
  emulator.clock.setOffset(86_400_000);
  const made = await connect(emulator)('POST', '/pins', byUrl(boardId));
  const dayAhead = Date.now() + 80_000_000;
  expect(Date.parse(made.headers.get('date') ?? '')).toBeGreaterThan(dayAhead);
  expect(Date.parse(`${made.body.created_at}Z`)).toBeGreaterThan(dayAhead);
});

test('tokens die when they are expired or revoked', async () => {
  const api = connect(emulator);
  emulator.tokens('expire');
  expect((await api('GET', '/boards')).body.code).toBe(2);
});

test('limits per category refuse what is over and say when the window ends', async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  const { emulator: limited } = await startWithBoard({ now: () => nowMs });
  limited.change({ limits: { enforced: true, org_read: { limit: 2, windowS: 60 } } });
  const api = connect(limited);
  const first = await api('GET', '/boards');
  expect(first.headers.get('x-ratelimit-limit')).toBe(
    '2, 100;w=1;name="safety_net_app_id_user_id", 2;w=60;name="org_read_app_id_user_id"',
  );
  await api('GET', '/boards');
  const refused = await api('GET', '/boards');
  expect([refused.status, refused.body.code, refused.headers.get('x-ratelimit-reset')]).toEqual([429, 8, '60']);
  nowMs += 60_000;
  expect((await api('GET', '/boards')).status).toBe(200);
  await limited.close();
});
