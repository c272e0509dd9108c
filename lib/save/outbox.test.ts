import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { Failure } from '../failure.ts';
import { DeliveryFailure } from './ports.ts';

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

test('an answer lost after the commit is found on the board', async () => {
  const { device, pinterest, run } = world(['lost-after']);
  await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.list().map((job) => job.state)).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
});

test('what another device saves meanwhile in other words is not taken for ours, once Pinterest is known to keep words', async () => {
  const { device, pinterest, clock, run, livePins, fates } = world();
  const elsewhere = () =>
    pinterest.addPin({ boardId: '1', picture: 'elsewhere', title: 'Pie', link: 'https://pie.test/' });
  fates.push('lost-before');
  const [first] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 3_000)]);
  elsewhere();
  await run();
  expect(device.outbox.get(first.id)?.state).toBe('in-doubt');
  await Promise.all([device.outbox.discard(first.id), run()]);

  await Promise.all([device.outbox.add(request({ title: 'Bread', link: 'https://bread.test/' })), run()]);
  fates.push('lost-before');
  const soup = request({ title: 'Soup', link: 'https://soup.test/' });
  const [second] = await Promise.all([device.outbox.add(soup), clock.run(clock.now() + 3_000)]);
  elsewhere();
  await run();
  expect(device.outbox.get(second.id)).toMatchObject({ state: 'saved', attempts: 2 });
  expect(livePins().map(({ title }) => title)).toEqual(['Pie', 'Bread', 'Pie', 'Soup']);
});

test('an answer lost before the commit is sent again after the settle time', async () => {
  const { device, livePins, run } = world(['lost-before']);
  await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', attempts: 2 }]);
  expect(livePins()).toHaveLength(1);
});

test('a save survives the death of the worker between send and answer', async () => {
  const { device, pinterest, clock, run } = world();
  void device.outbox.add(request());
  await clock.run(clock.now() + 150);
  device.kill('browser');
  await device.start();
  await run();
  expect(device.outbox.list().map((job) => job.state)).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
});

test('a save whose browser died is watched for the whole settle time, by a computer whose clock is an hour slow', async () => {
  const { device, pinterest, clock, run, livePins } = world(['late'], { lateMs: 20_000, offsetMs: -3_600_000 });
  void device.outbox.add(request());
  await clock.run(clock.now() + 50);
  device.kill('browser');
  await device.start();
  await run();
  expect(device.outbox.list().map((job) => job.state)).toEqual(['saved']);
  expect(livePins()).toHaveLength(1);
  expect(pinterest.requests).toBe(1);
});

test('a pause after a retry does not make earlier losses forgotten', async () => {
  const { device, run } = world(['lost-before', 'lost-before', 'lost-before', 'rate-limit']);
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  const { firstSentServerMs } = device.outbox.get(job.id) ?? {};
  await Promise.all([device.outbox.retry(job.id), run(5_000)]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'waiting', reason: 'rate-limited', firstSentServerMs });
});

test('undoing a saved pin deletes it', async () => {
  const { device, livePins, run } = world();
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  await Promise.all([device.outbox.undo(job.id), run()]);
  expect(device.outbox.get(job.id)?.state).toBe('undone');
  expect(livePins()).toEqual([]);
  expect(await device.outbox.history.list()).toEqual([]);
});

test('undoing a save whose answer is out deletes the pin that comes late', async () => {
  const { device, pinterest, livePins, run, clock } = world(['late']);
  const [job] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 1_000)]);
  await Promise.all([device.outbox.undo(job.id), run()]);
  expect(device.outbox.get(job.id)?.state).toBe('undone');
  expect(pinterest.pins).toHaveLength(1);
  expect(livePins()).toEqual([]);
});

test('a trial refusal stops the queue at the first request and keeps every save', async () => {
  const { device, pinterest, run } = world();
  let asked = 0;
  pinterest.port = ((port) => () => ({
    ...port,
    createPin: async () => {
      asked++;
      throw new DeliveryFailure('wait', 'trial-app');
    },
  }))(pinterest.port(0));
  const targets = ['1', '2', '3'].map((boardId) => ({ boardId, label: boardId, secret: false }));
  await Promise.all([device.outbox.addMany(targets.map((target) => request({ target }))), run()]);
  expect(asked).toBe(1);
  expect(device.outbox.list().map((job) => job.state)).toEqual(['waiting', 'waiting', 'waiting']);
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

test('a picture that Pinterest cannot fetch is sent as bytes', async () => {
  const { device, pinterest, run } = world();
  const kinds: string[] = [];
  const port = pinterest.port(0);
  pinterest.port = () => ({
    ...port,
    createPin: (pin, signal) => {
      kinds.push(pin.material.kind);
      if (pin.material.kind === 'url') throw new DeliveryFailure('refused', 'picture-unreachable');
      return port.createPin(pin, signal);
    },
  });
  await Promise.all([device.outbox.add(request()), run()]);
  expect(kinds).toEqual(['url', 'bytes']);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved' }]);
});

test('a picture that only its page can give fails with that reason, and is sent when its bytes come', async () => {
  const { device, pinterest, run, states } = world([], {
    addressOf: () => undefined,
    prepare: async ({ bytes }) => {
      if (!bytes) throw new DeliveryFailure('refused', 'needs-the-page');
      return { kind: 'bytes', contentType: 'image/jpeg', blob: bytes };
    },
  });
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'failed', reason: 'needs-the-page' });
  await Promise.all([device.outbox.edit(job.id, { bytes: new Blob(['x']) }), run()]);
  expect(states()).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
  expect(await device.disk.bytes(job.id)).toBeUndefined();
});

test('a picture that moves is saved by its address, and remembered as a still only when its bytes were sent', async () => {
  const { device, run } = world([], {
    prepare: async () => ({
      kind: 'bytes',
      contentType: 'image/jpeg',
      blob: new Blob(['still']),
      lost: 'animation' as const,
    }),
  });
  const [moving] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(moving.id)).not.toHaveProperty('lost', 'animation');
  const picture = { ...request().picture, url: undefined, bytes: new Blob(['GIF89a']) };
  const [still] = await Promise.all([device.outbox.add(request({ picture })), run()]);
  expect(device.outbox.get(still.id)).toMatchObject({ state: 'saved', lost: 'animation' });
});

test('a crop in the place of the picture is found again by its own shape', async () => {
  const { device, pinterest, run, states } = world(['lost-after'], {
    addressOf: () => undefined,
    prepare: async ({ bytes }) => {
      if (!bytes) throw new DeliveryFailure('refused', 'needs-the-page');
      return { kind: 'bytes', contentType: 'image/png', blob: bytes };
    },
  });
  const [job] = await Promise.all([
    device.outbox.add(request({ picture: { widthPx: 600, heightPx: 100, isPrivate: false } })),
    run(),
  ]);
  const size = { widthPx: 300, heightPx: 200 };
  await Promise.all([device.outbox.keepBytes(job.id, { bytes: new Blob(['x']), isPrivate: true, ...size }), run()]);
  expect(states()).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
});

test('three lost answers and an empty board end as failed, and the person can try again', async () => {
  const { device, run, states, livePins } = world(['lost-before', 'lost-before', 'lost-before']);
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'failed', reason: 'no-answer', attempts: 3 });
  await Promise.all([device.outbox.retry(job.id), run()]);
  expect(states()).toEqual(['saved']);
  expect(livePins()).toHaveLength(1);
});

test('a rate limit holds every save of the account until its time, also after a restart', async () => {
  const { device, pinterest, clock, run, states } = world();
  const port = pinterest.port(0);
  const retryAtMs = clock.now() + 600_000;
  let asked = 0;
  pinterest.port = () => ({
    ...port,
    createPin: (pin, signal) => {
      asked++;
      if (clock.now() < retryAtMs) throw new DeliveryFailure('wait', 'rate-limited', { retryAtMs });
      return port.createPin(pin, signal);
    },
  });
  const other = { boardId: '2', label: 'Other', secret: false };
  await Promise.all([device.outbox.add(request()), run(5_000)]);
  await Promise.all([device.outbox.add(request({ target: other })), run(5_000)]);
  device.kill('browser');
  await device.start();
  await run(500_000);
  expect(asked).toBe(1);
  expect(device.outbox.list()[0]).toMatchObject({ state: 'waiting', reason: 'rate-limited', dueAtMs: retryAtMs });
  await run(200_000);
  expect(states()).toEqual(['saved', 'saved']);
});

test('a save edited before it is sent goes out as edited, to the board it was moved to', async () => {
  const { device, pinterest, run } = world([], { pauseBeforeSendingMs: () => 5_000 });
  const [job] = await Promise.all([device.outbox.add(request()), run(1_000)]);
  const target = { boardId: '7', label: 'Cakes', secret: false };
  await Promise.all([device.outbox.edit(job.id, { title: 'Pie', target }), run()]);
  expect(pinterest.pins).toMatchObject([{ boardId: '7', title: 'Pie' }]);
});

test('a save in doubt does nothing by itself and is settled by its owner', async () => {
  const { device, pinterest, run, states } = world(['lost-before', 'lost-before', 'lost-before']);
  const [job] = await Promise.all([device.outbox.add(request()), run(10_000)]);
  pinterest.addPin({ boardId: '1', picture: 'somebody', title: 'Edited', aspect: 1.5 });
  await run(4 * 60 * 60_000);
  expect(states()).toEqual(['in-doubt']);
  expect(pinterest.pins).toHaveLength(1);
  await Promise.all([device.outbox.believeSaved(job.id), run()]);
  expect(states()).toEqual(['saved']);
});

test('a save in doubt frees its lane', async () => {
  const { device, pinterest, run, states } = world(['lost-before']);
  await Promise.all([device.outbox.add(request()), run(10_000)]);
  pinterest.addPin({ boardId: '1', picture: 'somebody', title: 'Edited', aspect: 1.5 });
  await Promise.all([device.outbox.add(request({ title: 'Other', link: 'https://site.test/2' })), run()]);
  expect(states()).toEqual(['in-doubt', 'saved']);
});

test('an attempt over an hour old is in doubt unless it is found', async () => {
  const { device, clock, run, states } = world(['lost-before']);
  void device.outbox.add(request());
  await clock.run(clock.now() + 150);
  device.kill('browser');
  device.account = undefined;
  await run(2 * 60 * 60_000);
  device.account = { connection: 'a', environment: 'production' };
  await Promise.all([device.outbox.resume(), run()]);
  expect(states()).toEqual(['in-doubt']);
});

test('nothing of a private window is written to disk or remembered', async () => {
  const { device, run, states } = world();
  await Promise.all([device.outbox.add(request({ isIncognito: true })), run()]);
  expect(states()).toEqual(['saved']);
  expect((await device.disk.load()).jobs).toEqual([]);
  expect(await device.outbox.history.list()).toEqual([]);
});

test('undoing many undoes the saved and withdraws the waiting', async () => {
  const { device, run, livePins } = world();
  const [jobs] = await Promise.all([device.outbox.addMany([request(), request(), request()]), run(500)]);
  await Promise.all([device.outbox.undoMany(jobs.map(({ id }) => id)), run()]);
  expect(livePins()).toEqual([]);
  expect(new Set(device.outbox.list().map((job) => job.state))).toEqual(new Set(['undone']));
});

test('replacing a saved pin makes the new one first and then deletes the old', async () => {
  const { device, run, livePins } = world();
  const [old] = await Promise.all([device.outbox.add(request()), run()]);
  await Promise.all([device.outbox.replace(old.id, request({ title: 'Better' })), run()]);
  expect(livePins()).toMatchObject([{ title: 'Better' }]);
});

test('a pin that cannot be named after a restart is left alone, and the person is told', async () => {
  const { device, run, livePins } = world();
  const [first] = await Promise.all([device.outbox.addMany([request(), request()]), run()]);
  device.kill('browser');
  await device.start();
  await Promise.all([device.outbox.undo(first[0]?.id ?? ''), run()]);
  expect(device.outbox.list()[0]).toMatchObject({ state: 'saved', reason: 'undo-unsure' });
  expect(livePins()).toHaveLength(2);
});

test('a single pin is found and undone after a restart', async () => {
  const { device, run, livePins } = world();
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  device.kill('browser');
  await device.start();
  await Promise.all([device.outbox.undo(job.id), run()]);
  expect(livePins()).toEqual([]);
});

test('records of settled saves are let go of after a day', async () => {
  const { device, run } = world();
  await Promise.all([device.outbox.add(request()), run()]);
  await run(25 * 60 * 60_000);
  await Promise.all([device.outbox.resume(), run()]);
  expect(device.outbox.list()).toEqual([]);
  expect(await device.outbox.history.list()).toHaveLength(1);
});

test('a settled record holds no word of the save and no pin id', async () => {
  const { device, pinterest, run } = world();
  await Promise.all([device.outbox.add(request()), run()]);
  const stored = JSON.stringify((await device.disk.load()).jobs);
  for (const word of ['Cake', 'cherries', 'site.test', 'i.test', `"${pinterest.pins[0]?.id}"`]) {
    expect(stored).not.toContain(word);
  }
});

test('a picture saved before is marked, for its account and per board, until it is forgotten', async () => {
  const { device, run } = world();
  const url = 'https://i.test/1.jpg';
  await Promise.all([device.outbox.add(request()), run()]);
  const { history } = device.outbox;
  expect((await history.saved([url, 'https://i.test/2.jpg'], device.account)).get(url)).toMatchObject([
    { boardId: '1' },
  ]);
  expect((await history.saved([url], { connection: 'b', environment: 'production' })).size).toBe(0);
  await history.forget(url, '2');
  expect((await history.saved([url], device.account)).size).toBe(1);
  await history.forget(url, '1');
  expect((await history.saved([url], device.account)).size).toBe(0);
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

test('a save that the disk has no room for is refused by name, and nothing is sent', async () => {
  const { device, pinterest, run } = world();
  device.disk.add = async () => {
    throw new Failure('storage-full');
  };
  device.kill('worker');
  await device.start();
  await run(1_000);
  const failures: unknown[] = [];
  void device.outbox.add(request()).catch((error) => failures.push(error.code));
  void device.outbox.addMany([request()]).catch((error) => failures.push(error.code));
  await run();
  expect(failures).toEqual(['storage-full', 'storage-full']);
  expect(pinterest.pins).toEqual([]);
});

test('a disk that fills up while Pinterest answers loses nothing: the receipt is found again', async () => {
  const { device, pinterest, run, states, errors } = world();
  const { write } = device.disk;
  let isFull = true;
  device.disk.write = async (job, extras) => {
    if (isFull && job.state === 'saved') throw new Failure('storage-full');
    return write(job, extras);
  };
  device.kill('worker');
  await device.start();
  await run(1_000);
  await Promise.all([device.outbox.add(request()), run(30_000)]);
  expect([states(), errors]).toEqual([['sending'], [new Failure('storage-full')]]);
  isFull = false;
  await run();
  expect(states()).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
});

test('offline saves wait, and go out when the network is back', async () => {
  const { device, pinterest, run, states } = world();
  const port = pinterest.port(0);
  let isOffline = true;
  pinterest.port = () => ({
    ...port,
    createPin: async (pin, signal) => {
      if (isOffline) throw new DeliveryFailure('wait', 'offline');
      return port.createPin(pin, signal);
    },
  });
  const two = [request(), request({ target: { boardId: '2', label: 'Two', secret: false } })];
  await Promise.all([device.outbox.addMany(two), run(10_000)]);
  expect(states()).toEqual(['waiting', 'waiting']);
  isOffline = false;
  await Promise.all([device.outbox.resume('offline'), run(2_000)]);
  expect(states()).toEqual(['saved', 'saved']);
});
