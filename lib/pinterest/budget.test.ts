import { afterAll, beforeEach, expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { startPinterest } from '../../tests/client/pinterest.ts';
import { virtualTime } from '../../tests/client/virtual-time.ts';
import { startEmulator } from '../../tests/emulator/start.ts';
import { createBoard, listBoards } from './boards.ts';
import { createBudget } from './budget.ts';
import type { BudgetState } from './budget-state.ts';
import { createClient } from './client.ts';
import { readRateHeaders } from './rate-headers.ts';

const startMs = Date.UTC(2026, 2, 1, 12, 0, 17);

async function limited(limits: object, from = startMs) {
  let time: ReturnType<typeof virtualTime> | undefined;
  const emulator = await startEmulator({
    now: () => time?.clock.now() ?? from,
    settings: { limits: { enforced: true, ...limits } },
  });
  time = virtualTime(emulator.fetch, from);
  const { clock, fetch } = time;
  const scopes = ['boards:read', 'boards:write'];
  const client = (changes = {}) => {
    const { accessToken } = emulator.grant({ environment: 'production', scopes });
    return createClient({ environment: 'production', accessToken: async () => accessToken, fetch, clock, ...changes });
  };
  const refusals = () => emulator.log.entries.filter(({ status }) => status === 429).length;
  return { emulator, clock, client, refusals };
}

test('300 writes against 100 a minute are never refused and take no longer than the limit allows', async () => {
  const { emulator, clock, client, refusals } = await limited({ org_write: { limit: 100, windowS: 60 } });
  const pinterest = client();
  await Promise.all(Array.from({ length: 300 }, (_, index) => createBoard(pinterest, { name: `Board ${index}` })));
  expect(refusals()).toBe(0);
  expect(emulator.state().boards).toHaveLength(300);
  // 100 a minute, evenly: three minutes.
  expect(clock.now() - startMs).toBeLessThanOrEqual(1.05 * 3 * 60_000);
  await emulator.close();
});

test('bulk work is spread: no ten seconds hold much more than their share', async () => {
  const { emulator, client } = await limited({ org_write: { limit: 100, windowS: 60 } }, Date.UTC(2026, 2, 1, 12));
  const pinterest = client();
  await Promise.all(Array.from({ length: 150 }, (_, index) => createBoard(pinterest, { name: `Board ${index}` })));
  const times = emulator.log.find('POST', '/v5/boards').map(({ atMs }) => atMs);
  const busiest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 10_000).length));
  expect(busiest).toBeLessThanOrEqual(30);
  await emulator.close();
});

test('ten saves in a row wait for nothing', async () => {
  const { emulator, clock, client } = await limited({ org_write: { limit: 100, windowS: 60 } });
  const pinterest = client();
  for (let index = 0; index < 10; index++) await createBoard(pinterest, { name: `Board ${index}` });
  expect(clock.now()).toBe(startMs);
  await emulator.close();
});

test.each(['seconds', 'unix'] as const)('a reset in %s is understood', async (reset) => {
  const { emulator, client, refusals } = await limited({ reset, org_write: { limit: 5, windowS: 60 } });
  const pinterest = client();
  for (let index = 0; index < 12; index++) await createBoard(pinterest, { name: `Board ${index}` });
  expect(refusals()).toBe(0);
  await emulator.close();
});

test('a budget survives the worker: a new one waits for what the old one spent', async () => {
  const { emulator, client, refusals } = await limited({ org_write: { limit: 5, windowS: 60 } });
  let stored: unknown;
  const budgetStore = {
    read: async () => structuredClone(stored),
    write: async (state: BudgetState) => {
      stored = structuredClone(state);
    },
  };
  for (let index = 0; index < 12; index++) await createBoard(client({ budgetStore }), { name: `Board ${index}` });
  expect(refusals()).toBe(0);
  await emulator.close();
});

test('a stored budget that cannot be read is as if there were none', async () => {
  const { emulator, client } = await limited({});
  const budgetStore = { read: async () => ({ org_write: 'x' }), write: () => Promise.reject(new Error('full')) };
  await expect(createBoard(client({ budgetStore }), { name: 'Board' })).resolves.toHaveProperty('id');
  await emulator.close();
});

test("a trial app's day is not spread over, and its end is told instead of slept through", async () => {
  const { emulator, clock, client, refusals } = await limited({ org_write: { limit: 20, windowS: 86_400 } });
  const pinterest = client();
  for (let index = 0; index < 20; index++) await createBoard(pinterest, { name: `Board ${index}` });
  expect(clock.now()).toBe(startMs);
  const failure = await failureOf(createBoard(pinterest, { name: 'One more' }));
  expect(failure).toMatchObject({ code: 'rate-limited', outcome: 'wait' });
  expect('retryAtMs' in failure && Number(failure.retryAtMs) > startMs + 3600_000).toBe(true);
  expect(refusals()).toBe(0);
  await emulator.close();
});

test('reads do not wait for the budget of writes', async () => {
  const { emulator, clock, client } = await limited({ org_write: { limit: 1, windowS: 60 } });
  const pinterest = client();
  await createBoard(pinterest, { name: 'Board' });
  for await (const page of listBoards(pinterest)) expect(page).toHaveLength(1);
  expect(clock.now()).toBe(startMs);
  await emulator.close();
});

test('a wait for the budget can be stopped, and the next in line goes on', async () => {
  let nowMs = 0;
  const wakes: (() => void)[] = [];
  const clock = {
    now: () => nowMs,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        wakes.push(() => {
          nowMs += ms;
          resolve();
        });
      }),
  };
  const budget = createBudget({ clock, random: () => 1, mostWaitMs: 60_000 });
  budget.block('org_read', readRateHeaders(new Headers({ 'retry-after': '5' }), nowMs));
  const stop = new AbortController();
  const stopped = budget.take('org_read', stop.signal);
  const patient = budget.take('org_read');
  const last = new AbortController();
  const stoppedInLine = budget.take('org_read', last.signal);
  last.abort();
  await expect(stoppedInLine).rejects.toMatchObject({ code: 'stopped', outcome: 'wait' });
  await expect.poll(() => wakes.length).toBe(1);
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'stopped', outcome: 'wait' });
  await expect.poll(() => wakes.length).toBe(2);
  wakes[1]?.();
  await patient;
  expect(nowMs).toBe(5_000);
});

test('where the server gives no time, the pauses grow, with full jitter', async () => {
  const clock = { now: () => 0, sleep: async () => undefined };
  const pauses = (random: number) => {
    const budget = createBudget({ clock, random: () => random, mostWaitMs: 0 });
    return Array.from({ length: 12 }, () => budget.block('org_write', { policies: [] }));
  };
  expect(pauses(1).slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(Math.max(...pauses(1))).toBe(300_000);
  expect(pauses(0.5)[3]).toBe(4_000);
});

const shared = await startPinterest();
beforeEach(() => shared.emulator.reset());
afterAll(() => shared.emulator.close());

test('without any rate headers, requests still go, ten at a time', async () => {
  let running = 0;
  let most = 0;
  const fetch: typeof globalThis.fetch = async (...request) => {
    running++;
    most = Math.max(most, running);
    const answer = await shared.emulator.fetch(...request);
    running--;
    return new Response(await answer.text(), { status: answer.status });
  };
  const pinterest = shared.client({ fetch });
  await Promise.all(Array.from({ length: 40 }, (_, index) => createBoard(pinterest, { name: `Board ${index}` })));
  expect(shared.emulator.state().boards).toHaveLength(41);
  expect(most).toBeLessThanOrEqual(10);
});
