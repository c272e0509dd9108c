import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';

test('a save becomes one pin and a line in the history', async () => {
  const { device, pinterest, run, errors } = world();
  const adding = device.outbox.add(request());
  await run();
  const job = await adding;
  expect(device.outbox.get(job.id)?.state).toBe('saved');
  expect(pinterest.pins).toHaveLength(1);
  expect(await device.outbox.history.list()).toMatchObject([{ board: 'Recipes', title: 'Cake', outcome: 'saved' }]);
  expect(errors).toEqual([]);
});

test('a save that is asked for again by its id is made once: at the same time, later, and by a new worker', async () => {
  const { device, livePins, run, clock } = world();
  const many = [request(), request({ title: 'Pie' })];
  void device.outbox.add(request(), 'one');
  void device.outbox.add(request(), 'one');
  void device.outbox.addMany(many, ['two', 'three']);
  void device.outbox.addMany(many, ['two', 'three']);
  await run();
  device.kill('worker');
  await device.start();
  const again = Promise.all([device.outbox.add(request(), 'one'), device.outbox.addMany(many, ['two', 'four'])]);
  await clock.run(clock.now() + 60_000);
  expect((await again).flat().map(({ id }) => id)).toEqual(['one', 'two', 'four']);
  expect(device.outbox.list().map(({ id, state }) => [id, state])).toEqual(
    ['one', 'two', 'three', 'four'].map((id) => [id, 'saved']),
  );
  expect(livePins()).toHaveLength(4);
});

test('signing in as another account sends none of the waiting saves', async () => {
  const { device, pinterest, run } = world();
  device.account = { connection: 'a', environment: 'production' };
  await run(1_000);
  const adding = device.outbox.addMany([request(), request(), request()]);
  device.account = { connection: 'b', environment: 'production' };
  await Promise.all([adding, run()]);
  expect(pinterest.pins).toEqual([]);
  expect(device.outbox.counts(device.account).otherAccount).toBe(3);
});

test('a save edited before it is sent goes out as edited, to the board it was moved to', async () => {
  const { device, pinterest, run } = world([], { pauseBeforeSendingMs: () => 5_000 });
  const [job] = await Promise.all([device.outbox.add(request()), run(1_000)]);
  const target = { boardId: '7', label: 'Cakes', secret: false };
  await Promise.all([device.outbox.edit(job.id, { title: 'Pie', target }), run()]);
  expect(pinterest.pins).toMatchObject([{ boardId: '7', title: 'Pie' }]);
});

test('two contexts of one browser never deliver one save twice', async () => {
  const { device, pinterest, clock, run } = world([], { pauseBeforeSendingMs: () => 200 });
  const targets = ['1', '1', '2', '3'].map((boardId) => ({ boardId, label: boardId, secret: false }));
  void device.outbox.addMany(targets.map((target) => request({ target })));
  await clock.run(clock.now() + 100);
  const another = device.openAnother();
  void another.start();
  await clock.run(clock.now() + 150);
  const third = device.openAnother();
  void third.start();
  for (let round = 0; round < 20; round++) {
    for (const outbox of [device.outbox, another, third]) void outbox.resume();
    await run(5_000);
  }
  expect(pinterest.pins).toHaveLength(4);
  expect((await device.disk.load()).jobs.map((job) => job.state)).toEqual(Array(4).fill('saved'));
});
