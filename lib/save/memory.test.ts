import sharp from 'sharp';
import { expect, test } from 'vitest';
import { httpOutbox } from '../../tests/soak/http-outbox.ts';
import { saveRequest } from '../../tests/soak/outbox-world.ts';
import { prepare } from '../image/prepare.ts';
import { createMemoryStore } from './memory-store.ts';

const pictures = 200;
const answerMs = 20;

// Browsers have it; without it most of the time would go into base64.
Object.defineProperty(Uint8Array.prototype, 'toBase64', {
  configurable: true,
  value(this: Uint8Array) {
    return Buffer.from(this).toString('base64');
  },
});

/** A JPEG of noise, which does not compress. */
async function largePicture(): Promise<Blob> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 2000, height: 2000, channels: 3, background: '#a64', noise } as const;
  return new Blob([new Uint8Array(await sharp({ create }).jpeg({ quality: 100 }).toBuffer())]);
}

test('of 200 pictures of 5 MB to 20 boards at most six are in memory at once', { timeout: 240_000 }, async () => {
  const picture = await largePicture();
  expect(picture.size).toBeGreaterThan(5_000_000);
  const disk = createMemoryStore();
  const held = new Set<string>();
  let mostHeld = 0;
  let received = 0;
  const outbox = await httpOutbox({
    disk: {
      ...disk,
      bytes(id) {
        held.add(id);
        mostHeld = Math.max(mostHeld, held.size);
        return disk.bytes(id);
      },
    },
    // The emulator would decode each, which takes it longer than all that is looked at here.
    async fetch(_input, init) {
      if (`${init?.body}`.length > picture.size * 1.3) received++;
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      return Response.json({ id: `${1_000 + received}`, items: [] });
    },
    ports: {
      addressOf: () => undefined,
      prepare: (original, { forceBytes, signal }) =>
        prepare(original, { fetch, drawSvg: Promise.reject, forceBytes, signal }),
    },
  });
  const isDelivered = new Promise<void>((resolve) => {
    outbox.listen(({ job }) => {
      if (job.state !== 'saved') return;
      held.delete(job.id);
      if (received === pictures && held.size === 0) resolve();
    });
  });
  await outbox.addMany(
    Array.from({ length: pictures }, (_, index) =>
      saveRequest({
        picture: { bytes: picture, widthPx: 2000, heightPx: 2000, isPrivate: false },
        target: { boardId: `${1 + (index % 20)}`, label: 'Board', secret: false },
      }),
    ),
  );
  await isDelivered;
  expect(outbox.list().every(({ state }) => state === 'saved')).toBe(true);
  expect(mostHeld).toBe(6);
  expect(await Promise.all(outbox.list().map(({ id }) => disk.bytes(id)))).toEqual(Array(pictures).fill(undefined));
  outbox.close();
});
