import { Failure } from '../failure.ts';
import { openIdbStore } from './idb-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { Store } from './store.ts';

/**
 * The outbox's place on disk. Where the browser refuses one (`storage-refused`), it is in memory, and forgetful: saves
 * are still sent, but end with the browser.
 */
export async function openDisk(
  open: () => Promise<Store> = openIdbStore,
): Promise<{ disk: Store; isForgetful: boolean }> {
  try {
    return { disk: await open(), isForgetful: false };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'storage-refused') throw error;
    return { disk: createMemoryStore(), isForgetful: true };
  }
}
