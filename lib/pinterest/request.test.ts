import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { all, startPinterest } from '../../tests/client/pinterest.ts';
import { PICTURE } from '../../tests/emulator/helpers.ts';
import { systemClock } from '../http/clock.ts';
import { listBoards } from './boards.ts';
import { createPin, deletePin, getPin } from './pins.ts';

const { emulator, client } = await startPinterest();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

const impatient = { silenceMs: 300, uploadMsPer100KB: 0 };
const newPin = () => ({ board_id: boardId, media_source: { source_type: 'image_url', url: PICTURE } as const });
const posts = () => emulator.log.find('POST', '/v5/pins').length;

test.each([
  ['a page of a proxy', 'answer-is-html', { kind: 'html', status: 200 }],
  ['a page of a proxy with a 4xx', 'answer-is-html', { kind: 'html', status: 403 }],
  ['an empty answer', 'answer-empty', { kind: 'empty' }],
  ['half an answer', 'answer-cut-off', { kind: 'half' }],
  ['an answer of another shape', 'answer-wrong-shape', { kind: 'wrong-shape', answer: { pin: 'yes' } }],
  ['a dropped connection', 'no-connection', { kind: 'drop', when: 'before-commit' }],
  ['a connection dropped after the commit', 'no-connection', { kind: 'drop', when: 'after-commit' }],
  ['a failing server', 'server-error', { kind: 'server-error', status: 503 }],
  ['a server that never answers', 'silent-server', { kind: 'slow', delayMs: 60_000 }],
  ['a server that stops after the headers', 'silent-server', { kind: 'slow', delayMs: 60_000, headers: 'early' }],
] as const)('a write that meets %s may have been done, and is not repeated', async (_what, code, fault) => {
  emulator.fault({ ...fault, method: 'POST', path: '/v5/pins' });
  // A loaded machine must not turn another failure into silence.
  const patience = code === 'silent-server' ? impatient : undefined;
  const failure = await failureOf(createPin(client({ ...(patience && { patience }) }), newPin()));
  expect(failure).toMatchObject({ code, outcome: 'unknown' });
  expect(posts()).toBe(1);
});

test.each([
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'half' },
  { kind: 'drop', when: 'before-commit' },
  { kind: 'server-error' },
  { kind: 'wrong-shape' },
  { kind: 'rate-limit' },
] as const)('a read that meets $kind is tried again', async (fault) => {
  emulator.fault({ ...fault, times: 2 });
  expect(await all(listBoards(client()))).toHaveLength(1);
  expect(emulator.log.find('GET', '/v5/boards')).toHaveLength(3);
});

test('a read that keeps failing ends with the name of its failure', async () => {
  emulator.fault({ kind: 'server-error' });
  expect(await failureOf(all(listBoards(client())))).toMatchObject({ code: 'server-error', status: 500 });
  expect(emulator.log.find('GET', '/v5/boards')).toHaveLength(3);
});

test('a server that failed, and then could not be reached, is a server that failed', async () => {
  emulator.fault({ kind: 'server-error', times: 1 });
  emulator.fault({ kind: 'drop', when: 'before-commit' });
  expect(await failureOf(all(listBoards(client())))).toMatchObject({ code: 'server-error' });
});

test('a write that meets a rate limit was not done and says when to ask again', async () => {
  emulator.fault({ kind: 'rate-limit', retryAfterS: 300 });
  const nowMs = Date.UTC(2026, 2, 1);
  const pinterest = client({ clock: { now: () => nowMs, sleep: async () => undefined } });
  const failure = await failureOf(createPin(pinterest, newPin()));
  expect(failure).toMatchObject({ code: 'rate-limited', outcome: 'wait', retryAtMs: nowMs + 300_000 });
  emulator.clearFaults();
  expect(await failureOf(createPin(pinterest, newPin()))).toMatchObject({ retryAtMs: nowMs + 300_000 });
  expect(posts()).toBe(1);
});

test('a link taken for spam is no rate limit: nothing waits', async () => {
  emulator.fault({ kind: 'spam', times: 1 });
  const pinterest = client();
  expect(await failureOf(createPin(pinterest, newPin()))).toMatchObject({ code: 'link-blocked', outcome: 'refused' });
  await expect(createPin(pinterest, newPin())).resolves.toHaveProperty('id');
});

test("the general guide's codes lead to the same behaviour", async () => {
  const answered = async (status: number, code: number) => {
    emulator.clearFaults();
    emulator.fault({ kind: 'error', status, code, message: 'As the guide says', path: '/v5/pins' });
    return failureOf(createPin(client(), newPin()));
  };
  expect(await answered(400, 1)).toMatchObject({ code: 'bad-request', outcome: 'refused' });
  expect(await answered(429, 2)).toMatchObject({ code: 'rate-limited', outcome: 'wait' });
  expect(await answered(404, 3)).toMatchObject({ code: 'not-found', outcome: 'refused' });
  expect(await answered(403, 4)).toMatchObject({ code: 'not-permitted', outcome: 'refused' });
  expect(await answered(401, 8)).toMatchObject({ code: 'sign-in-again', outcome: 'wait' });
});

test('a refused token is renewed once, and only the renewed one is used', async () => {
  const scopes = ['boards:read'];
  const tokens = [0, 1].map(() => emulator.grant({ environment: 'production', scopes }).accessToken);
  emulator.fault({ kind: 'expired-token', times: 1 });
  const asked: (string | undefined)[] = [];
  const pinterest = client({
    accessToken: async ({ rejected } = {}) => {
      asked.push(rejected);
      return tokens[asked.length - 1] ?? '';
    },
  });
  expect(await all(listBoards(pinterest))).toHaveLength(1);
  expect(asked).toEqual([undefined, tokens[0]]);
});

test('a token refused twice asks to sign in again; the request was not done', async () => {
  emulator.fault({ kind: 'expired-token' });
  expect(await failureOf(createPin(client(), newPin()))).toMatchObject({ code: 'sign-in-again', outcome: 'wait' });
  expect(posts()).toBe(2);
});

test('work stopped before it was sent was not done; stopped later, it may have been', async () => {
  const stop = new AbortController();
  emulator.fault({ kind: 'slow', delayMs: 60_000 });
  const running = failureOf(createPin(client(), newPin(), { signal: stop.signal }));
  await expect.poll(posts).toBe(1);
  stop.abort();
  expect(await running).toMatchObject({ code: 'stopped', outcome: 'unknown' });
  const never = failureOf(createPin(client(), newPin(), { signal: stop.signal }));
  expect(await never).toMatchObject({ code: 'stopped', outcome: 'wait' });
});

test("the server's time is learned from its answers", async () => {
  emulator.clock.setOffset(24 * 3600_000);
  const pinterest = client({ clock: systemClock });
  expect(pinterest.serverClock.offsetMs()).toBeUndefined();
  await all(listBoards(pinterest));
  const offsetMs = pinterest.serverClock.offsetMs() ?? 0;
  expect(Math.abs(offsetMs - 24 * 3600_000)).toBeLessThan(60_000);
});

test('a token is sent to Pinterest only, whatever an answer redirects to', async () => {
  emulator.fault({ kind: 'error', status: 302, code: 0, message: '', headers: { location: 'https://kitchen.test/' } });
  expect(await failureOf(createPin(client(), newPin()))).toMatchObject({ code: 'server-error', outcome: 'unknown' });
  expect(emulator.log.entries.every(({ host }) => host === 'api.pinterest.com')).toBe(true);
});

test('sandbox and production are different places', async () => {
  const pinterest = client({ environment: 'sandbox' });
  expect(await all(listBoards(pinterest))).toEqual([]);
  expect(await failureOf(getPin(pinterest, '1'))).toMatchObject({ code: 'pin-not-found' });
  expect(emulator.log.entries.every(({ host }) => host === 'api-sandbox.pinterest.com')).toBe(true);
});

test('a write while offline was never sent, and waits', async () => {
  const isOnline = () => false;
  const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  const failure = await failureOf(createPin(client({ isOnline, fetch }), newPin()));
  expect(failure).toMatchObject({ code: 'offline', outcome: 'wait' });
});

test('a browser that is wrong about being offline still writes', async () => {
  await expect(createPin(client({ isOnline: () => false }), newPin())).resolves.toHaveProperty('id');
  expect(posts()).toBe(1);
});

test('a deletion answered by a page may not have been done; by nothing or by JSON, it was', async () => {
  const pinterest = client();
  const { id } = await createPin(pinterest, newPin());
  emulator.fault({ kind: 'html', status: 200, method: 'DELETE', times: 1 });
  expect(await failureOf(deletePin(pinterest, id))).toMatchObject({ code: 'answer-is-html', outcome: 'unknown' });
  emulator.fault({ kind: 'wrong-shape', answer: {}, method: 'DELETE', times: 1 });
  await deletePin(pinterest, id);
  emulator.fault({ kind: 'empty', status: 200, method: 'DELETE', times: 1 });
  await deletePin(pinterest, id);
});
