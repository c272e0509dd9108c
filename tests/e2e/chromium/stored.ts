import type { BrowserContext } from '@playwright/test';
import type { Job } from '../../../lib/save/job.ts';
import { workerOf } from './browser.ts';

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
}

/** Everything that the extension keeps: browser storage, every IndexedDB database, the worker's caches; as plain JSON. */
export async function everythingStored(context: BrowserContext): Promise<Record<string, unknown>> {
  const worker = await workerOf(context);
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: Record<'local' | 'session' | 'sync', Area> } };
    const { local, session, sync } = chrome.storage;
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Record<string, Record<string, unknown>> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      const stores: Record<string, unknown> = {};
      for (const store of database.objectStoreNames) {
        stores[store] = await settled(database.transaction(store).objectStore(store).getAll());
      }
      database.close();
      databases[name] = stores;
    }
    return {
      local: await local.get(null),
      session: await session.get(null),
      sync: await sync.get(null),
      databases,
      caches: await caches.keys(),
    };
  });
}

/** The outbox's saves, as they stand on disk. */
export async function storedJobs(context: BrowserContext): Promise<Job[]> {
  const { databases } = await everythingStored(context);
  return (databases as { outbox?: { jobs?: Job[] } }).outbox?.jobs ?? [];
}
