import { expect, test } from 'vitest';
import { saveRequest as request, outboxWorld as world } from '../../tests/soak/outbox-world.ts';
import { Failure } from '../failure.ts';

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
