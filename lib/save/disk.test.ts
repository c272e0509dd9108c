import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { openDisk } from './disk.ts';
import { createMemoryStore } from './memory-store.ts';

test.each(['storage-refused', 'storage-newer'])(
  'where the disk is not ours (%s), the store is in memory, and it is said',
  async (code) => {
    const { disk, refusal } = await openDisk(() => Promise.reject(new Failure(code, 'no')));
    expect(refusal).toBe(code);
    expect(await disk.load()).toEqual({ jobs: [], unreadable: 0 });
  },
);

test('a disk that opens is used, and no other failure is taken for a refusal', async () => {
  const store = createMemoryStore();
  expect(await openDisk(async () => store)).toEqual({ disk: store });
  await expect(openDisk(() => Promise.reject(new Failure('storage-failed', 'no')))).rejects.toThrow('no');
});
