import { afterAll, beforeEach, expect, test } from 'vitest';
import { accountAt, ownApp, redirectUri } from '../../tests/client/account.ts';
import { createMemoryStore } from '../../tests/client/memory-store.ts';
import { all } from '../../tests/client/pinterest.ts';
import { recordingFolder } from '../../tests/emulator/recording.ts';
import { startEmulator } from '../../tests/emulator/start.ts';
import type { AccountStore } from '../account/store.ts';
import { listBoards } from './boards.ts';
import { createClient } from './client.ts';

const emulator = await startEmulator({
  recordTo: recordingFolder,
  settings: { app: { redirectUris: [redirectUri['own-app']] }, oauth: { oldRefreshToken: 'works' } },
  seed: { boards: [{ name: 'Recipes' }] },
});
beforeEach(() => {
  emulator.reset();
  inFlight = 0;
  mostInFlight = 0;
});
afterAll(() => emulator.close());

let inFlight = 0;
let mostInFlight = 0;
/** A busy machine takes its time over a hundred requests. */
const patient = { timeout: 15_000 };
const refreshes = () => emulator.log.find('POST', '/v5/oauth/token').length;

/** Counts one refresh until the function it gives is called, or its worker dies: the browser then drops the request. */
function countInFlight(death: AbortSignal): () => void {
  const settled = new AbortController();
  mostInFlight = Math.max(mostInFlight, ++inFlight);
  const isOver = AbortSignal.any([death, settled.signal]);
  isOver.addEventListener('abort', () => inFlight--);
  return () => settled.abort();
}

/** A browser's worker on what earlier ones stored. When it is stopped, its requests and its locks go with it. */
function startWorker(store: AccountStore) {
  const death = new AbortController();
  const end = new Promise<never>((_, reject) => {
    death.signal.addEventListener('abort', () => reject(new Error('the worker is gone')));
  });
  end.catch(() => undefined);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const signal = AbortSignal.any([request.signal, death.signal]);
    const settled = request.url.endsWith('/oauth/token') ? countInFlight(death.signal) : () => undefined;
    // Of a dead worker's requests nobody hears.
    const answer = emulator.fetch(new Request(request, { signal })).finally(settled);
    return answer.catch((error) =>
      death.signal.aborted ? new Promise<never>(() => undefined) : Promise.reject(error),
    );
  };
  const locks = {
    request: <Result>(name: string, work: () => Promise<Result>): Promise<Result> =>
      navigator.locks.request(name, () => Promise.race([work(), end])),
  };
  const { account } = accountAt(emulator, { store, fetch, locks });
  const pinterest = createClient({ environment: 'production', ...account.session('production'), fetch });
  return {
    account,
    callFiftyTimes: () => Promise.all(Array.from({ length: 50 }, () => all(listBoards(pinterest)))),
    stop: () => death.abort(),
  };
}

async function connected() {
  const store = createMemoryStore();
  const worker = startWorker(store);
  await worker.account.signIn(ownApp);
  emulator.tokens('expire');
  emulator.log.clear();
  return { store, worker };
}

test('fifty calls at once with an expired token cause exactly one refresh, and all are answered', async () => {
  const { worker } = await connected();
  expect((await worker.callFiftyTimes()).map((boards) => boards.length)).toEqual(Array(50).fill(1));
  expect(refreshes()).toBe(1);
});

test('a worker stopped in the middle of a refresh leaves one at a time, and nobody has to sign in', async () => {
  const { store, worker } = await connected();
  emulator.fault({ kind: 'slow', delayMs: 60_000, commit: 'early', path: '/oauth/token', times: 1 });
  void worker.callFiftyTimes().catch(() => undefined);
  await expect.poll(refreshes, patient).toBe(1);
  const next = startWorker(store);
  const answers = next.callFiftyTimes();
  await expect.poll(() => emulator.log.find('GET', '/v5/boards').length, patient).toBe(100);
  expect(refreshes()).toBe(1);
  worker.stop();
  expect((await answers).map((boards) => boards.length)).toEqual(Array(50).fill(1));
  expect(refreshes()).toBe(2);
  expect(mostInFlight).toBe(1);
  expect(await store.read('production')).toBeDefined();
});

test('two workers that wake at once, fifty calls each, cause exactly one refresh', async () => {
  const { store, worker } = await connected();
  const answers = await Promise.all([worker.callFiftyTimes(), startWorker(store).callFiftyTimes()]);
  expect(answers.flat()).toHaveLength(100);
  expect(refreshes()).toBe(1);
  expect(mostInFlight).toBe(1);
});
