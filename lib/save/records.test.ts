import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';

test('nothing of a private window is written to disk or remembered', async () => {
  const { device, run, states } = world();
  await Promise.all([device.outbox.add(request({ isIncognito: true })), run()]);
  expect(states()).toEqual(['saved']);
  expect((await device.disk.load()).jobs).toEqual([]);
  expect(await device.outbox.history.list()).toEqual([]);
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
