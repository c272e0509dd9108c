import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';

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

test('of two pins of the same words and second that nobody can tell apart none is deleted', async () => {
  const { device, run, clock, livePins } = world(['answered', 'lost-after']);
  const other = { url: 'https://i.test/2.jpg', widthPx: 600, heightPx: 400, isPrivate: false };
  const adding = device.outbox.addMany([request(), request({ picture: other })]);
  const [[, second]] = await Promise.all([adding, clock.run(clock.now() + 700)]);
  device.kill('browser');
  await device.start();
  await Promise.all([device.outbox.undo(second?.id ?? ''), run()]);
  expect(device.outbox.list()).toMatchObject([{ state: 'saved' }, { state: 'saved', reason: 'undo-unsure' }]);
  await Promise.all([device.outbox.undoMany(device.outbox.list().map(({ id }) => id)), run()]);
  expect(livePins()).toHaveLength(2);
});
