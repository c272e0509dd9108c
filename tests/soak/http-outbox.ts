import { stoppedBeforeSending } from '../../lib/http/clock.ts';
import { createClient } from '../../lib/pinterest/client.ts';
import { systemClock } from '../../lib/save/clock.ts';
import { browserLocks } from '../../lib/save/locks.ts';
import { createMemoryStore } from '../../lib/save/memory-store.ts';
import { createOutbox, type Outbox } from '../../lib/save/outbox.ts';
import { pinterestPort } from '../../lib/save/pinterest-port.ts';
import type { Clock, Ports } from '../../lib/save/ports.ts';
import type { Store } from '../../lib/save/store.ts';

interface HttpOutboxOptions {
  fetch: typeof fetch;
  accessToken?: string;
  clock?: Clock;
  disk?: Store;
  ports?: Partial<Ports>;
}

/** The outbox with the shipped client of Pinterest's API, over `fetch`. Alarms do not ring. */
export async function httpOutbox(options: HttpOutboxOptions): Promise<Outbox> {
  const { fetch, accessToken = 'token', clock = systemClock, disk = createMemoryStore(), ports } = options;
  const never = new AbortController().signal;
  const client = createClient({
    environment: 'production',
    accessToken: async () => accessToken,
    fetch,
    random: () => 0.5,
    clock: {
      now: clock.now,
      async sleep(ms, signal = never) {
        await clock.sleep(ms, signal);
        if (signal.aborted) throw stoppedBeforeSending(signal);
      },
    },
  });
  const session = new Map<string, unknown>();
  const world: Ports = {
    account: async () => ({ connection: 'a', environment: 'production' }),
    pinterest: () => pinterestPort(client),
    addressOf: ({ url }) => url,
    prepare: async ({ url = '' }) => ({ kind: 'url', url }),
    readVideo: async () => new Blob(['video']),
    pictureKey: (url) => url,
    session: {
      get: async (key) => session.get(key),
      set: async (key, value) => void session.set(key, value),
      all: async () => Object.fromEntries(session),
    },
    clock,
    locks: browserLocks(navigator.locks),
    wakeAt() {},
    keepAlive: () => () => {},
    newId: () => crypto.randomUUID(),
    pauseBeforeSendingMs: () => 0,
    report(error) {
      throw error;
    },
    ...ports,
  };
  const outbox = createOutbox(world, { disk, memory: createMemoryStore() });
  await outbox.start();
  return outbox;
}
