import { Failure } from '../failure.ts';
import { openIdbStore } from './idb-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { Store } from './store.ts';

/** Why there is no place on disk: the browser gives none, or it is a newer Tack's. */
type Refusal = 'storage-refused' | 'storage-newer';

/**
 * The outbox's place on disk. Where there is none for this Tack, it is in memory: saves are still sent, but end with the
 * browser.
 */
export async function openDisk(open: () => Promise<Store> = openIdbStore): Promise<{ disk: Store; refusal?: Refusal }> {
  try {
    return { disk: await open() };
  } catch (error) {
    if (!(error instanceof Failure) || !isRefusal(error.code)) throw error;
    return { disk: createMemoryStore(), refusal: error.code };
  }
}

function isRefusal(code: string): code is Refusal {
  return code === 'storage-refused' || code === 'storage-newer';
}
