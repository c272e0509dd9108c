import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { DeliveryFailure } from './ports.ts';

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

test('the alarm of a save that was withdrawn meanwhile is not set again and again', async () => {
  const alarms: (number | undefined)[] = [];
  const { device, run } = world(['rate-limit', 'rate-limit'], { wakeAt: (atMs) => alarms.push(atMs) });
  const [job] = await Promise.all([device.outbox.add(request()), run(31_500)]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'waiting', reason: 'rate-limited' });
  expect(alarms.at(-1)).toBeGreaterThan(0);
  await Promise.all([device.outbox.undo(job.id), run(120_000)]);
  const set = alarms.length;
  await Promise.all([device.outbox.resume(), run(1_000)]);
  expect(alarms).toHaveLength(set);
});
