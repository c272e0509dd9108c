import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPinterest } from '../../tests/client/pinterest.ts';
import { saveRequest } from '../../tests/soak/outbox-world.ts';
import { savingScopes } from '../account/scopes.ts';
import { createMemoryStore } from './memory-store.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { pinterestPort } from './pinterest-port.ts';
import type { DeliveryFailure, Ports } from './ports.ts';

const signal = new AbortController().signal;
const picture = 'https://kitchen.test/numbered/7-300x400.jpg';
const texts = { title: 'Cake', description: '', altText: '', link: 'https://kitchen.test/cake' };
const material = { kind: 'url', url: picture } as const;
let started: Awaited<ReturnType<typeof startPinterest>>;
let place: { boardId: string };

beforeAll(async () => {
  started = await startPinterest();
});
beforeEach(() => {
  started.emulator.reset();
  place = { boardId: started.emulator.state().boards[0]?.id ?? '' };
});
afterAll(() => started.emulator.close());

async function all<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

async function failureOf(work: Promise<unknown>): Promise<Partial<DeliveryFailure>> {
  return work.then(
    () => ({ code: 'none' }),
    (error) => ({ code: error.code, outcome: error.outcome }),
  );
}

test('a pin is listed with the words, shape and time it was made with', async () => {
  const port = pinterestPort(started.client());
  const made = await port.createPin({ ...texts, ...place, material }, signal);
  const [listed] = await all(port.listBoardPins(place, signal));
  expect({ ...listed, wasSentAgain: false }).toEqual(made);
  expect(made).toMatchObject({ title: 'Cake', description: '', link: texts.link, isOwner: true });
  expect(made.aspect).toBeCloseTo(300 / 400, 1);
  expect(Math.abs(made.createdServerMs - Date.now())).toBeLessThan(60_000);
  expect(port.serverOffsetMs()).toBeTypeOf('number');
});

test.each([
  [
    'addresses',
    async () => ({ kind: 'urls' as const, urls: [picture, 'https://kitchen.test/numbered/8-300x400.jpg'] }),
  ],
  [
    'bytes',
    async () => {
      const blob = await (await started.emulator.fetch(picture)).blob();
      return { kind: 'several' as const, items: Array(5).fill({ contentType: 'image/jpeg', blob }) };
    },
  ],
])('several pictures in one pin, by their %s, are listed with the shape that all of them have', async (_, material) => {
  const port = pinterestPort(started.client());
  const made = await port.createPin({ ...texts, ...place, material: await material() }, signal);
  const [listed] = await all(port.listBoardPins(place, signal));
  expect({ ...listed, wasSentAgain: false }).toEqual(made);
  expect(made.aspect).toBeCloseTo(300 / 400, 1);
  expect(started.emulator.state().pins[0]?.slots.length).toBeGreaterThan(1);
});

test('pictures of different shapes are refused by name', async () => {
  const port = pinterestPort(started.client());
  const urls = [picture, 'https://kitchen.test/numbered/8-400x300.jpg'];
  const create = port.createPin({ ...texts, ...place, material: { kind: 'urls', urls } }, signal);
  expect(await failureOf(create)).toEqual({ code: 'pictures-differ', outcome: 'refused' });
});

test('a pin that is gone is deleted', async () => {
  const port = pinterestPort(started.client());
  const { id } = await port.createPin({ ...texts, ...place, material }, signal);
  await port.deletePin(id, signal);
  await port.deletePin(id, signal);
  expect(await all(port.listBoardPins(place, signal))).toEqual([]);
});

test('refusals of the app and rate limits wait, refusals of the save do not, lost answers are unknown', async () => {
  const port = pinterestPort(started.client({ mostWaitMs: 0 }));
  const create = (url = picture) =>
    failureOf(port.createPin({ ...texts, ...place, material: { ...material, url } }, signal));
  const posts = { method: 'POST', path: '^/v5/pins$', times: 1 };
  started.emulator.fault({ kind: 'trial', ...posts });
  expect(await create()).toEqual({ code: 'trial-app', outcome: 'wait' });
  started.emulator.fault({ kind: 'drop', when: 'after-commit', ...posts });
  expect(await create()).toMatchObject({ outcome: 'unknown' });
  started.emulator.fault({ kind: 'server-error', ...posts });
  expect(await create()).toMatchObject({ outcome: 'unknown' });
  started.emulator.fault({ kind: 'spam', ...posts });
  expect(await create()).toEqual({ code: 'link-blocked', outcome: 'refused' });
  expect(await create('https://kitchen.test/nowhere.jpg')).toEqual({ code: 'picture-unreachable', outcome: 'refused' });
  started.emulator.fault({ kind: 'rate-limit', retryAfterS: 60, ...posts });
  expect(await create()).toEqual({ code: 'rate-limited', outcome: 'wait' });
});

test('over HTTP, a save whose answer is lost after the commit is found and made once', async () => {
  started.emulator.fault({ kind: 'drop', when: 'after-commit', method: 'POST', path: '^/v5/pins$', times: 1 });
  const outbox = openOutbox();
  const settled = new Promise<void>((resolve) => {
    outbox.listen(({ job }) => job.state === 'saved' && resolve());
  });
  const target = { ...place, label: 'Recipes', secret: false };
  const { id } = await outbox.add(
    saveRequest({ target, picture: { url: picture, widthPx: 300, heightPx: 400, isPrivate: false } }),
  );
  await settled;
  expect(outbox.get(id)).toMatchObject({ state: 'saved', losses: 1, attempts: 1 });
  expect(started.emulator.state().pins).toHaveLength(1);
});

/** An outbox whose waits take no time. */
function openOutbox(): Outbox {
  const client = started.client();
  let skippedMs = 0;
  const session = new Map<string, unknown>();
  const ports: Ports = {
    account: async () => ({ connection: 'a', environment: 'production' }),
    pinterest: () => pinterestPort(client),
    addressOf: ({ url }) => url,
    prepare: async () => material,
    readVideo: async () => new Blob(['video']),
    pictureKey: (url) => url,
    session: {
      get: async (key) => session.get(key),
      set: async (key, value) => void session.set(key, value),
      all: async () => Object.fromEntries(session),
    },
    clock: {
      now: () => Date.now() + skippedMs,
      sleep: async (ms) => {
        skippedMs += ms;
      },
    },
    locks: {
      async tryHold(_name, work) {
        await work();
        return true;
      },
    },
    wakeAt() {},
    keepAlive: () => () => {},
    newId: () => crypto.randomUUID(),
    pauseBeforeSendingMs: () => 0,
    report(error) {
      throw error;
    },
  };
  return createOutbox(ports, { disk: createMemoryStore(), memory: createMemoryStore() });
}

test('a secret board without its scopes is refused before a request is spent', async () => {
  const grantedScopes = async () => savingScopes;
  const port = pinterestPort(started.client({ grantedScopes }));
  const secret = { ...place, isSecret: true };
  const refused = { code: 'missing-secret-scope', outcome: 'refused' };
  expect(await failureOf(port.createPin({ ...texts, ...secret, material }, signal))).toEqual(refused);
  expect(await failureOf(port.savePin('1', secret, signal))).toEqual(refused);
  expect(await failureOf(port.updatePin('1', { ...texts, ...secret }, signal))).toEqual(refused);
  expect(started.emulator.log.entries).toEqual([]);
  expect(await failureOf(port.createPin({ ...texts, ...place, material }, signal))).toEqual({ code: 'none' });
});
