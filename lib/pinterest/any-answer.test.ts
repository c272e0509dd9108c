import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf } from '../../tests/client/failure-of.ts';
import { RequestFailure } from '../http/failure.ts';
import { listBoards } from './boards.ts';
import { createClient } from './client.ts';
import { createPin } from './pins.ts';
import { readRateHeaders } from './rate-headers.ts';

const headerNames = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after', 'date'] as const;
const headerText = fc.oneof(
  fc.string().map((text) => text.replace(/[^\x20-\x7e]/g, '')),
  fc.nat().map(String),
  fc.constantFrom('100, 100;w=1;name="a", 1000;w=60;name="b"', 'Wed, 21 Oct 2026 07:28:00 GMT', '99999999999999999999'),
);
const anyHeaders = fc.dictionary(fc.constantFrom(...headerNames), headerText, { noNullPrototype: true });
const statuses = fc.constantFrom(200, 201, 202, 301, 400, 401, 403, 404, 409, 418, 429, 500, 503);

/** A fetch that answers with these bytes, in these pieces, and then ends or breaks. */
function answering(
  status: number,
  headers: Record<string, string>,
  pieces: Uint8Array[],
  breaks: boolean,
): typeof fetch {
  return async () => {
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        if (breaks) controller.error(new TypeError('terminated'));
        else controller.close();
      },
    });
    return new Response(body, { status, headers });
  };
}

function clientOf(fetch: typeof globalThis.fetch) {
  let nowMs = 1_772_323_200_000;
  const sleep = async (ms: number) => {
    nowMs += ms;
  };
  const clock = { now: () => nowMs, sleep };
  return createClient({ environment: 'production', accessToken: async () => 'pina_secret', fetch, clock });
}

const pin = { board_id: '1', media_source: { source_type: 'image_url', url: 'https://kitchen.test/a.jpg' } } as const;

async function isNamed(work: Promise<unknown>): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return;
  expect(error).toBeInstanceOf(RequestFailure);
  expect(String(error)).not.toContain('pina_secret');
}

test('whatever JSON and headers come, nothing but a named failure is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(statuses, anyHeaders, fc.jsonValue(), async (status, headers, value) => {
      const fetch = answering(status, headers, [new TextEncoder().encode(JSON.stringify(value))], false);
      await isNamed(createPin(clientOf(fetch), pin));
      await isNamed(listBoards(clientOf(fetch)).next());
    }),
    { numRuns: 300 },
  );
});

test('whatever bytes come, whole or broken, nothing but a named failure is thrown', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(statuses, pieces, fc.boolean(), async (status, bytes, breaks) => {
      await isNamed(createPin(clientOf(answering(status, {}, bytes, breaks)), pin));
    }),
    { numRuns: 300 },
  );
});

test('an answer reads the same however its bytes are split', async () => {
  const answer = { id: '12', title: 'Tarte au citron 🍋 à l’ancienne', board_id: 7 };
  const bytes = new TextEncoder().encode(JSON.stringify(answer));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), async (cuts) => {
      const ends = [...cuts, bytes.length].sort((a, b) => a - b);
      const pieces = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
      const made = await createPin(clientOf(answering(201, {}, pieces, false)), pin);
      expect(made).toMatchObject({ id: '12', title: answer.title, board_id: '7' });
    }),
  );
});

test('an answer that breaks off at any byte may have been done', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ id: '12', title: 'Tart' }));
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.boolean(), async (end, breaks) => {
      const failure = await failureOf(createPin(clientOf(answering(201, {}, [bytes.slice(0, end)], breaks)), pin));
      expect(failure.outcome).toBe('unknown');
    }),
  );
});

test('rate headers of any text give times within a month, or nothing', () => {
  fc.assert(
    fc.property(anyHeaders, (headers) => {
      const nowMs = 1_772_323_200_000;
      const { resetAtMs = nowMs, retryAtMs = nowMs } = readRateHeaders(new Headers(headers), nowMs);
      for (const atMs of [resetAtMs, retryAtMs]) {
        expect(atMs).toBeGreaterThanOrEqual(nowMs);
        expect(atMs).toBeLessThanOrEqual(nowMs + 31 * 24 * 3600_000);
      }
    }),
  );
});

test('an id written as a number keeps all its digits', async () => {
  const text = '{"id": 1234567890123456789, "title": "an \\"id\\": 1234567890123456789 in a text"}';
  const made = await createPin(clientOf(answering(201, {}, [new TextEncoder().encode(text)], false)), pin);
  expect(made).toMatchObject({ id: '1234567890123456789', title: 'an "id": 1234567890123456789 in a text' });
});

test('a list whose bookmark comes again ends', async () => {
  const page = new TextEncoder().encode(JSON.stringify({ items: [{ id: '1', name: 'A' }], bookmark: 'again' }));
  const seen = [];
  for await (const boards of listBoards(clientOf(answering(200, {}, [page], false)))) seen.push(...boards);
  expect(seen).toHaveLength(2);
});
