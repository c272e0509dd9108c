import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { DeliveryFailure } from './ports.ts';

const picture = (name: string) => ({
  picture: { url: `https://i.test/${name}.jpg`, widthPx: 600, heightPx: 400, isPrivate: false },
});

test('of a save that the browser sent twice, the pin that was answered stays', async () => {
  const { device, pinterest, livePins, run } = world(['twice']);
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(pinterest.pins).toHaveLength(2);
  expect(livePins()).toMatchObject([{ id: device.outbox.receipt(job.id)?.pinId }]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'saved', sentAgain: undefined });
});

test('a first request that lands 20 seconds after the second was answered is taken back too', async () => {
  const { device, pinterest, livePins, run } = world(['twice-late'], { lateMs: 20_000 });
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(pinterest.pins).toHaveLength(2);
  expect(livePins()).toMatchObject([{ id: device.outbox.receipt(job.id)?.pinId }]);
});

test('of two pins whose answers were both lost one stays', async () => {
  const { device, pinterest, livePins, run } = world(['twice-lost']);
  await Promise.all([device.outbox.add(request()), run()]);
  expect([pinterest.pins.length, livePins().length]).toEqual([2, 1]);
});

test('of two pins whose answers were both lost one stays, also of a picture without an address', async () => {
  const { device, pinterest, livePins, run } = world(['twice-lost']);
  const bytes = new Blob(['picture'], { type: 'image/jpeg' });
  await Promise.all([
    device.outbox.add(request({ picture: { bytes, widthPx: 600, heightPx: 400, isPrivate: false } })),
    run(),
  ]);
  expect([pinterest.pins.length, livePins().length]).toEqual([2, 1]);
});

test('a save that was undone before counts for no pin of a later one', async () => {
  const { device, pinterest, livePins, clock, run, fates } = world(['lost-before']);
  const [first] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  await Promise.all([device.outbox.undo(first.id), run()]);
  fates.push('twice-lost');
  await Promise.all([device.outbox.add(request()), run()]);
  expect([pinterest.pins.length, livePins().length]).toEqual([2, 1]);
});

test('a save that was done before Pinterest said to wait is not sent again', async () => {
  const { device, pinterest, run } = world(['twice-limited']);
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'saved', attempts: 1 });
  expect(pinterest.pins).toHaveLength(1);
});

test('another picture of the same words, made in the same second elsewhere, is left alone', async () => {
  const { device, pinterest, livePins, clock, run } = world(['twice-before']);
  const { title, description, link = '' } = request();
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 300)]);
  pinterest.addPin({ title, description, link, boardId: '1', picture: 'https://i.test/other.jpg' });
  await run();
  expect(livePins()).toHaveLength(2);
});

test('where Pinterest does not tell which picture a pin shows, none is taken back', async () => {
  const { device, pinterest, livePins, clock, run } = world(['twice']);
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 300)]);
  for (const pin of pinterest.pins) pin.pictureUrl = '';
  await run();
  expect(livePins()).toHaveLength(2);
});

test('a copy saved on purpose waits until no second pin of the first can be taken for it', async () => {
  const { device, livePins, clock, run } = world(['twice-late'], { lateMs: 20_000 });
  await Promise.all([device.outbox.add(request(picture('pie'))), clock.run(clock.now() + 500)]);
  await Promise.all([device.outbox.add(request(picture('pie'))), clock.run(clock.now() + 5_000)]);
  expect(device.outbox.list().map(({ state }) => state)).toEqual(['saved', 'waiting']);
  await run();
  expect(livePins()).toHaveLength(2);
  expect(new Set(livePins().map(({ id }) => id))).toEqual(
    new Set(device.outbox.list().map(({ id }) => device.outbox.receipt(id)?.pinId)),
  );
});

test('another picture of the same post is sent at once', async () => {
  const { device, clock, livePins, run } = world(['twice-late'], { lateMs: 8_000 });
  await Promise.all([device.outbox.add(request(picture('pie'))), clock.run(clock.now() + 500)]);
  await Promise.all([device.outbox.add(request(picture('cake'))), clock.run(clock.now() + 500)]);
  expect(device.outbox.list().map(({ state }) => state)).toEqual(['saved', 'saved']);
  await run();
  expect(livePins().map((pin) => pin.picture)).toEqual(['https://i.test/pie.jpg', 'https://i.test/cake.jpg']);
});

test('another picture of the same post whose answer is lost is not taken for the second pin', async () => {
  const { device, livePins, clock, run, fates } = world(['twice-late'], { lateMs: 8_000 });
  await Promise.all([device.outbox.add(request(picture('pie'))), clock.run(clock.now() + 500)]);
  fates.push('lost-before');
  const [cake] = await Promise.all([device.outbox.add(request(picture('cake'))), run()]);
  expect(device.outbox.get(cake.id)).toMatchObject({ state: 'saved', attempts: 2 });
  expect(livePins().map((pin) => pin.picture)).toEqual(['https://i.test/pie.jpg', 'https://i.test/cake.jpg']);
});

test('a save of other words does not wait for a watched one', async () => {
  const { device, clock } = world(['twice']);
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  const other = request({ title: 'Bread', link: 'https://bread.test/' });
  await Promise.all([device.outbox.add(other), clock.run(clock.now() + 500)]);
  expect(device.outbox.list().map(({ state }) => state)).toEqual(['saved', 'saved']);
});

test('a person who deletes one of two pins by hand keeps the other', async () => {
  const { device, pinterest, livePins, clock, run } = world(['twice']);
  const [job] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  const own = pinterest.pins.find(({ id }) => id === device.outbox.receipt(job.id)?.pinId);
  Object.assign(own ?? {}, { deletedMs: clock.now() });
  await run();
  expect(livePins()).toHaveLength(1);
});

test('a found pin among others of its words takes no other back: it may not be the save’s own', async () => {
  const { device, pinterest, livePins, clock, run } = world(['lost-after']);
  const { title, description, link = '' } = request();
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 300)]);
  const elsewhere = { title, description, link, boardId: '1', picture: 'https://i.test/other.jpg' };
  pinterest.addPin(elsewhere);
  pinterest.addPin(elsewhere);
  await run();
  expect(livePins()).toHaveLength(3);
});

test('a board that goes on showing what was deleted is not looked at for ever', async () => {
  const { device, pinterest, run } = world(['twice']);
  const port = pinterest.port(0);
  pinterest.port = () => ({ ...port, deletePin: async () => {} });
  const [job] = await Promise.all([device.outbox.add(request()), run(600_000)]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'saved', sentAgain: undefined });
});

test('a browser that dies with the second pin on the board takes it back once it runs again', async () => {
  const { device, pinterest, livePins, clock, run } = world(['twice']);
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  device.kill('browser');
  await device.start();
  await run();
  expect([pinterest.pins.length, livePins().length]).toEqual([2, 1]);
});

test('after a browser death twins are told too beside a picture without an address, when each save shows its own', async () => {
  const { device, livePins, clock, run } = world(['answered', 'twice']);
  const bytes = new Blob(['cake'], { type: 'https://i.test/cake.jpg' });
  const pasted = { bytes, widthPx: 600, heightPx: 400, isPrivate: false };
  const adding = device.outbox.addMany([request({ picture: pasted }), request(picture('pie'))]);
  await Promise.all([adding, clock.run(clock.now() + 700)]);
  device.kill('browser');
  await device.start();
  await run();
  expect(livePins().map((pin) => pin.picture)).toEqual(['https://i.test/cake.jpg', 'https://i.test/pie.jpg']);
});

test('undoing a save that the browser sent twice leaves no pin, the late one neither', async () => {
  for (const fate of ['twice', 'twice-late', 'twice-limited'] as const) {
    const { device, livePins, clock, run } = world([fate]);
    const [job] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
    await Promise.all([device.outbox.undo(job.id), run()]);
    expect(device.outbox.get(job.id)?.state).toBe('undone');
    expect(livePins()).toEqual([]);
  }
});

test('discarding a save that waits, and may have been done already, leaves no pin', async () => {
  const { device, livePins, clock, run } = world(['twice-limited']);
  const [job] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  expect(device.outbox.get(job.id)?.state).toBe('waiting');
  await Promise.all([device.outbox.discard(job.id), run()]);
  expect(livePins()).toEqual([]);
});

test('a worker that dies with the answer, before it is written down, leaves no second pin', async () => {
  const kept = new Map<string, unknown>();
  let hasDied = false;
  const session = {
    get: async (key: string) => kept.get(key),
    all: async () => Object.fromEntries(kept),
    async set(key: string, value: unknown) {
      // Nor is it written down what time it was.
      if (key === 'server-time' && !hasDied) return;
      kept.set(key, value);
      if (hasDied || !key.startsWith('receipt:')) return;
      hasDied = true;
      device.kill('worker');
      await new Promise(() => {});
    },
  };
  const { device, pinterest, livePins, clock, run } = world(['twice'], { session });
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 1_000)]);
  await device.start();
  await run();
  expect([pinterest.pins.length, livePins().length]).toEqual([2, 1]);
});

test('a save whose two answers were lost can be undone', async () => {
  const { device, livePins, run } = world(['twice-lost']);
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  await Promise.all([device.outbox.undo(job.id), run()]);
  expect([device.outbox.get(job.id)?.state, livePins().length]).toEqual(['undone', 0]);
});

test('a board that cannot be read holds a copy for an hour, not for ever', async () => {
  const { device, pinterest, clock, run } = world(['twice-before']);
  const { port } = pinterest;
  pinterest.port = (offsetMs) => ({
    ...port(offsetMs),
    // biome-ignore lint/correctness/useYield: it fails
    async *listBoardPins() {
      throw new DeliveryFailure('unknown', 'answer-wrong-shape');
    },
  });
  await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  await Promise.all([device.outbox.add(request()), run(2 * 3_600_000)]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', sentAgain: undefined }, { state: 'saved' }]);
});

test('discarding what is saved already changes nothing', async () => {
  const { device, livePins, clock, run } = world(['twice']);
  const [job] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
  await Promise.all([device.outbox.discard(job.id), run()]);
  expect([device.outbox.get(job.id)?.state, livePins().length]).toEqual(['saved', 1]);
});

test.each([12, 40])(
  'after a browser death a copy saved %i s and more before keeps no second pin of a later one',
  async (s) => {
    const { device, pinterest, livePins, clock, run } = world(['answered', 'answered', 'twice']);
    await Promise.all([device.outbox.add(request({ title: 'Bread', link: '' })), clock.run(clock.now() + 40_000)]);
    await Promise.all([device.outbox.add(request()), clock.run(clock.now() + s * 1_000)]);
    await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 500)]);
    device.kill('browser');
    await device.start();
    await run();
    expect([pinterest.pins.length, livePins().length]).toEqual([4, 3]);
  },
);
