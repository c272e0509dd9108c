import { expect, test } from 'vitest';
import { saveRequest, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { Failure } from '../failure.ts';
import { limits } from '../image/limits.ts';
import { packed, unpacked } from './album.ts';
import { Job, type Wish } from './job.ts';
import { DeliveryFailure, type Ports } from './ports.ts';
import { SaveRequest } from './request.ts';

const shape = { widthPx: 600, heightPx: 400, isPrivate: false };
const at = (index: number) => ({ url: `https://i.test/${index}.jpg`, ...shape });
const album = (changes: Partial<SaveRequest> = {}) =>
  saveRequest({ picture: at(1), others: [at(2), at(3)], ...changes });

/** Bytes for what has some or is asked for, and the address for the rest. */
const prepare: Ports['prepare'] = async ({ url, bytes }, { forceBytes }) =>
  url && !bytes && !forceBytes
    ? { kind: 'url', url }
    : { kind: 'bytes', contentType: 'image/jpeg', blob: bytes ?? new Blob([`read ${url}`]) };

test('several pictures become one pin and one line in the history, which is found by each of them', async () => {
  const { device, livePins, run, errors } = world();
  const [job] = await Promise.all([device.outbox.add(album()), run()]);
  expect(livePins()).toMatchObject([{ picture: 'https://i.test/1.jpg https://i.test/2.jpg https://i.test/3.jpg' }]);
  expect(await device.outbox.history.list()).toHaveLength(1);
  const saved = await device.outbox.history.saved(['https://i.test/1.jpg', 'https://i.test/3.jpg'], job.account);
  expect([...saved.keys()]).toEqual(['https://i.test/1.jpg', 'https://i.test/3.jpg']);
  expect(errors).toEqual([]);
});

test('an undo takes the pin and the marks of all its pictures back', async () => {
  const { device, livePins, run } = world();
  const [job] = await Promise.all([device.outbox.add(album()), run()]);
  await Promise.all([device.outbox.undo(job.id), run()]);
  expect(livePins()).toEqual([]);
  expect(await device.outbox.history.saved(['https://i.test/2.jpg'], job.account)).toEqual(new Map());
});

test('an answer lost after the commit is found on the board, and makes no second pin', async () => {
  const { device, livePins, run } = world(['lost-after']);
  await Promise.all([device.outbox.add(album()), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', attempts: 1 }]);
  expect(livePins()).toHaveLength(1);
});

test('when one picture has to go as bytes all do, also after the browser died', async () => {
  const { device, livePins, run, clock } = world(['lost-before'], { prepare });
  const others = [{ ...at(2), bytes: new Blob(['two']) }, at(3)];
  void device.outbox.add(album({ others }));
  await clock.run(clock.now() + 150);
  device.kill('browser');
  await device.start();
  await run();
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', hasBytes: false }]);
  expect(livePins()).toMatchObject([{ picture: '3 × bytes' }]);
});

test('addresses that Pinterest cannot fetch are tried again as bytes', async () => {
  const { device, pinterest, livePins, run } = world([], { prepare });
  const port = pinterest.port;
  pinterest.port = (offsetMs) => ({
    ...port(offsetMs),
    createPin: async (pin, signal) => {
      if (pin.material.kind === 'urls') throw new DeliveryFailure('refused', 'picture-unreachable');
      return port(offsetMs).createPin(pin, signal);
    },
  });
  await Promise.all([device.outbox.add(album()), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', attempts: 2 }]);
  expect(livePins()).toMatchObject([{ picture: '3 × bytes' }]);
});

test('pictures that are together larger than a request may be are refused by name, and sent nowhere', async () => {
  const blob = new Blob([new Uint8Array(limits.mostBytes / 2)]);
  const { device, pinterest, run } = world([], {
    addressOf: () => undefined,
    prepare: async () => ({ kind: 'bytes', contentType: 'image/jpeg', blob }),
  });
  await Promise.all([device.outbox.add(album()), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'failed', reason: 'too-large' }]);
  expect(pinterest.requests).toBe(0);
});

test('shared once, all its pictures are', async () => {
  const { device, livePins, run } = world([], {
    addressOf: () => undefined,
    prepare: async (picture, options) => {
      if (picture.isPrivate) throw new Failure('private-picture');
      return prepare(picture, options);
    },
  });
  const [job] = await Promise.all([
    device.outbox.add(album({ others: [at(2), { ...at(3), isPrivate: true }] })),
    run(),
  ]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'failed', reason: 'private-picture' });
  await Promise.all([device.outbox.share(job.id), run()]);
  expect(livePins()).toHaveLength(1);
});

test.each([[['one', 'two', 'three']], [['', 'two', '']], [['one', '', 'three']], [['', '', '']]])(
  'the bytes of %j are packed into one blob, and each picture gets its own back',
  async (texts) => {
    const pictures = texts.map((text, index) => ({ ...at(index), ...(text && { bytes: new Blob([text]) }) }));
    const [picture = at(0), ...others] = pictures;
    const { bytes, ...sizes } = packed({ picture, others });
    const wish = { ...album(), picture: at(0), others: [at(1), at(2)], ...sizes } as Wish;
    const parts = unpacked(wish, bytes).map(async (one) => (await one.bytes?.text()) ?? '');
    expect(await Promise.all(parts)).toEqual(texts);
  },
);

test('a job of one picture is what it always was', async () => {
  const { device, run } = world([], { pauseBeforeSendingMs: () => 1_000_000 });
  const bytes = new Blob(['one']);
  const [{ wish }] = await Promise.all([device.outbox.add(saveRequest({ picture: { ...at(1), bytes } })), run(0)]);
  expect(Object.keys(wish ?? {})).not.toContain('byteSizes');
  expect(Object.keys(wish ?? {})).not.toContain('others');
  expect(wish && unpacked(wish, bytes)).toEqual([{ ...at(1), bytes }]);
  expect(Job.shape.wish.safeParse(wish).success).toBe(true);
});

test('a pin takes two to five pictures', () => {
  const isTaken = (count: number) =>
    SaveRequest.safeParse(album({ others: Array.from({ length: count - 1 }, (_, index) => at(index)) })).success;
  expect([1, 2, 5, 6].map(isTaken)).toEqual([false, true, true, false]);
});
