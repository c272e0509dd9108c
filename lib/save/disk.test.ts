import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { openDisk } from './disk.ts';
import { createMemoryStore } from './memory-store.ts';

test('a browser that refuses to keep anything gets a store in memory, and it is said', async () => {
  const { disk, isForgetful } = await openDisk(() => Promise.reject(new Failure('storage-refused', 'no')));
  expect(isForgetful).toBe(true);
  expect(await disk.load()).toEqual({ jobs: [], unreadable: 0 });
});

test('a disk that opens is used, and no other failure is taken for a refusal', async () => {
  const store = createMemoryStore();
  expect(await openDisk(async () => store)).toEqual({ disk: store, isForgetful: false });
  await expect(openDisk(() => Promise.reject(new Failure('storage-failed', 'no')))).rejects.toThrow('no');
});
