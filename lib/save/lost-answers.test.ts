import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';

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

test('three lost answers and an empty board end as failed, and the person can try again', async () => {
  const { device, run, states, livePins } = world(['lost-before', 'lost-before', 'lost-before']);
  const [job] = await Promise.all([device.outbox.add(request()), run()]);
  expect(device.outbox.get(job.id)).toMatchObject({ state: 'failed', reason: 'no-answer', attempts: 3 });
  await Promise.all([device.outbox.retry(job.id), run()]);
  expect(states()).toEqual(['saved']);
  expect(livePins()).toHaveLength(1);
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
