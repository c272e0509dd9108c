import { afterAll, beforeEach, expect, test } from 'vitest';
import { accountAt, ownApp, redirectUri } from '../../tests/client/account.ts';
import { failureOf } from '../../tests/client/failure-of.ts';
import { createMemoryStore } from '../../tests/client/memory-store.ts';
import { recordingFolder } from '../../tests/emulator/recording.ts';
import { startEmulator } from '../../tests/emulator/start.ts';
import type { AccountOptions } from './options.ts';
import type { Session } from './session.ts';
import type { AccountStore } from './store.ts';

const dayMs = 24 * 3600_000;
let serverNowMs = Date.UTC(2026, 2, 1);
const emulator = await startEmulator({
  recordTo: recordingFolder,
  now: () => serverNowMs,
  settings: { app: { redirectUris: [redirectUri['own-app']] } },
});
beforeEach(() => {
  serverNowMs = Date.UTC(2026, 2, 1);
  emulator.reset();
});
afterAll(() => emulator.close());

const tokenRequests = () => emulator.log.find('POST', '/v5/oauth/token').length;

/** A worker of a person who signed in; its clock runs with the server's, or beside it. */
async function signedIn(store: AccountStore = createMemoryStore(), clockAheadMs = 0) {
  const first = worker(store, clockAheadMs);
  await first.account.signIn(ownApp);
  emulator.log.clear();
  return { ...first, first: await first.session.accessToken() };
}

/** A worker that has just started, on what an earlier one stored. */
function worker(store: AccountStore, clockAheadMs = 0, options: Partial<AccountOptions> = {}) {
  const clock = { now: () => serverNowMs + clockAheadMs, sleep: async () => undefined };
  const { account } = accountAt(emulator, { store, clock, ...options });
  return { account, store, session: account.session('production') };
}

async function works(session: Session): Promise<boolean> {
  const authorization = `Bearer ${await session.accessToken()}`;
  const answer = await emulator.fetch('https://api.pinterest.com/v5/boards', { headers: { authorization } });
  return answer.status === 200;
}

test('a token with more than a week left is used as it is', async () => {
  const { session, first } = await signedIn();
  serverNowMs += 22 * dayMs;
  expect(await session.accessToken()).toBe(first);
  expect(tokenRequests()).toBe(0);
});

test('a token with less than a week left is renewed once, whoever asks', async () => {
  const { session, first } = await signedIn();
  serverNowMs += 24 * dayMs;
  const tokens = await Promise.all(Array.from({ length: 20 }, () => session.accessToken()));
  expect(new Set(tokens).size).toBe(1);
  expect(tokens[0]).not.toBe(first);
  expect(tokenRequests()).toBe(1);
  expect(await works(session)).toBe(true);
});

test.each([
  ['a day fast', dayMs],
  ['a day slow', -dayMs],
  ['a year fast', 365 * dayMs],
])('a clock that is %s neither renews early nor late', async (_what, clockAheadMs) => {
  const { store, first } = await signedIn(undefined, clockAheadMs);
  serverNowMs += 22 * dayMs;
  expect(await worker(store, clockAheadMs).session.accessToken()).toBe(first);
  serverNowMs += 2 * dayMs;
  expect(await worker(store, clockAheadMs).session.accessToken()).not.toBe(first);
  expect(tokenRequests()).toBe(1);
});

test('a rejected token is renewed although its time is not up', async () => {
  const { session, first } = await signedIn();
  const next = await session.accessToken({ rejected: first });
  expect(next).not.toBe(first);
  expect(await session.accessToken({ rejected: first })).toBe(next);
  expect(tokenRequests()).toBe(1);
});

test('two workers on one store never renew at the same time, nor twice', async () => {
  const { session, store, first } = await signedIn();
  const other = worker(store).session;
  await other.accessToken();
  const tokens = await Promise.all(
    [session, other, session, other].map((each) => each.accessToken({ rejected: first })),
  );
  expect(new Set(tokens).size).toBe(1);
  expect(tokenRequests()).toBe(1);
});

test('the new pair is stored before it is used', async () => {
  const store = createMemoryStore();
  const { session, first } = await signedIn(store);
  const used = session.accessToken({ rejected: first });
  const stored = used.then(() => store.read('production'));
  expect((await stored)?.tokens.accessToken).toBe(await used);
  expect((await stored)?.tokens.refreshToken).toMatch(/^pinr_/);
});

test.each(['works', 'refused'] as const)('a lost answer is tried once more; the old token then %s', async (mode) => {
  emulator.change({ oauth: { oldRefreshToken: mode } });
  const { session, first } = await signedIn();
  emulator.fault({ kind: 'drop', when: 'after-commit', path: '/oauth/token', times: 1 });
  const renewal = session.accessToken({ rejected: first });
  if (mode === 'works') expect(await renewal).not.toBe(first);
  else expect(await failureOf(renewal)).toMatchObject({ code: 'sign-in-again', outcome: 'wait' });
  expect(tokenRequests()).toBe(2);
});

test('a worker that died between the answer and the write renews with the old token', async () => {
  emulator.change({ oauth: { oldRefreshToken: 'works' } });
  const store = createMemoryStore();
  const { first } = await signedIn(store);
  // A lock goes with the worker that holds it.
  const locks = { request: <Result>(_name: string, work: () => Promise<Result>) => work() };
  const dying = worker({ ...store, replace: () => new Promise(() => undefined) }, 0, { locks });
  void dying.session.accessToken({ rejected: first });
  await expect.poll(tokenRequests).toBe(1);
  expect(await worker(store).session.accessToken({ rejected: first })).not.toBe(first);
});

test.each([
  ['no answer', { kind: 'drop', when: 'before-commit' }],
  ['a failing server', { kind: 'server-error' }],
  ['a page', { kind: 'html' }],
  ['a rate limit', { kind: 'rate-limit' }],
] as const)('%s to a renewal asks nobody to sign in', async (_what, fault) => {
  const { session, first } = await signedIn();
  emulator.fault({ ...fault, path: '/oauth/token' });
  expect(await failureOf(session.accessToken({ rejected: first }))).toMatchObject({
    code: 'refresh-failed',
    outcome: 'wait',
  });
  emulator.clearFaults();
  expect(await session.accessToken({ rejected: first })).not.toBe(first);
});

test('a renewal ahead of time that fails leaves the token that still works, and is tried again later', async () => {
  const { session, first } = await signedIn();
  serverNowMs += 24 * dayMs;
  emulator.fault({ kind: 'error', status: 401, code: 283, message: 'The authorization grant is invalid', times: 1 });
  expect(await session.accessToken()).toBe(first);
  expect(await session.accessToken()).toBe(first);
  expect(tokenRequests()).toBe(1);
  serverNowMs += dayMs;
  expect(await session.accessToken()).not.toBe(first);
});

test('a refused renewal asks to sign in again and keeps the connection', async () => {
  const { session, account, first } = await signedIn();
  emulator.tokens('revoke');
  expect(await failureOf(session.accessToken({ rejected: first }))).toMatchObject({ code: 'sign-in-again' });
  expect(await account.connection('production')).toBeDefined();
  await account.signIn(ownApp);
  expect(await works(session)).toBe(true);
});

test('disconnecting during a renewal stays disconnected', async () => {
  const { session, account, store, first } = await signedIn();
  const renewal = failureOf(session.accessToken({ rejected: first }));
  await account.disconnect('production');
  expect(await renewal).toMatchObject({ code: 'not-connected' });
  expect(await store.read('production')).toBeUndefined();
});

test('tokens of a connection are not those of the one that took its place', async () => {
  const { account } = await signedIn();
  const known = await account.connection('production');
  const bound = account.session('production', known?.id);
  expect(await bound.accessToken()).toMatch(/^pina_/);
  await account.signIn(ownApp);
  expect((await account.connection('production'))?.id).not.toBe(known?.id);
  expect(await failureOf(bound.accessToken())).toMatchObject({ code: 'not-connected', outcome: 'wait' });
  expect(await account.session('production').accessToken()).toMatch(/^pina_/);
});

test('one caller can stop waiting; the renewal goes on for the others', async () => {
  const { session, first } = await signedIn();
  const stop = new AbortController();
  const stopped = failureOf(session.accessToken({ rejected: first, signal: stop.signal }));
  const patient = session.accessToken({ rejected: first });
  stop.abort();
  expect(await stopped).toMatchObject({ code: 'stopped', outcome: 'wait' });
  expect(await patient).not.toBe(first);
});
