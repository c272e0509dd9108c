import { expect, test } from 'vitest';
import { createDevice } from '../../tests/soak/device.ts';
import { createFakePinterest, type Fate } from '../../tests/soak/fake-pinterest.ts';
import { createRandom } from '../../tests/soak/random.ts';
import { createVirtualClock } from '../../tests/soak/virtual-clock.ts';
import { DeliveryFailure } from './ports.ts';
import type { SaveRequest } from './request.ts';

function world(fates: Fate[] = []) {
  const clock = createVirtualClock();
  const pinterest = createFakePinterest({
    clock,
    random: createRandom(1),
    fate: () => fates.shift() ?? 'answered',
    lateMs: () => 10_000,
    latencyMs: () => 100,
    lagMs: () => 0,
    orderOf: () => 'newest',
    aspectOf: () => 1.5,
  });
  const errors: unknown[] = [];
  const device = createDevice({ clock, pinterest, report: (error) => errors.push(error) });
  const run = (ms = 300_000) => clock.run(clock.now() + ms);
  return { clock, pinterest, device, run, errors };
}

function request(changes: Partial<SaveRequest> & { picture?: SaveRequest['picture'] } = {}): SaveRequest {
  return {
    picture: { url: 'https://i.test/1.jpg', widthPx: 600, heightPx: 400, isPrivate: false },
    target: { boardId: '1', label: 'Recipes', secret: false },
    title: 'Cake',
    description: 'With cherries',
    altText: '',
    link: 'https://site.test/cake',
    gesture: 'popup',
    page: { url: 'https://site.test/cake', title: 'A cake' },
    isIncognito: false,
    ...changes,
  };
}

function livePins(pinterest: ReturnType<typeof world>['pinterest']) {
  return pinterest.pins.filter((pin) => pin.deletedMs === undefined);
}

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

test('an answer lost after the commit is found on the board', async () => {
  const { device, pinterest, run } = world(['lost-after']);
  await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.list().map((job) => job.state)).toEqual(['saved']);
  expect(pinterest.pins).toHaveLength(1);
});

test('an answer lost before the commit is sent again after the settle time', async () => {
  const { device, pinterest, run } = world(['lost-before']);
  await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved', attempts: 2 }]);
  expect(livePins(pinterest)).toHaveLength(1);
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

test('undoing a saved pin deletes it', async () => {
  const { device, pinterest, run } = world();
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  await Promise.all([device.outbox.undo(job.id), run()]);
  expect(device.outbox.get(job.id)?.state).toBe('undone');
  expect(livePins(pinterest)).toEqual([]);
  expect(await device.outbox.history.list()).toEqual([]);
});

test('undoing a save whose answer is out deletes the pin that comes late', async () => {
  const { device, pinterest, run, clock } = world(['late']);
  const [job] = await Promise.all([device.outbox.add(request()), clock.run(clock.now() + 1_000)]);
  await Promise.all([device.outbox.undo(job.id), run()]);
  expect(device.outbox.get(job.id)?.state).toBe('undone');
  expect(pinterest.pins).toHaveLength(1);
  expect(livePins(pinterest)).toEqual([]);
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
