import { type DBSchema, openDB } from 'idb';
import { Connection } from './connection.ts';
import type { Environment } from './environment.ts';
import { PendingSignIn } from './pending.ts';
import type { AccountStore } from './store.ts';

interface AccountDatabase extends DBSchema {
  connections: { key: Environment; value: unknown };
  pending: { key: 'sign-in'; value: unknown };
}

/**
 * Connections in the IndexedDB database `account`, which no content script can open. Only this file opens it.
 * Writes are durable (`strict`) before they resolve: a renewed token must not be lost once it is used.
 */
export function createIdbStore(): AccountStore {
  const stores = ['connections', 'pending'] as const;
  const strict = { durability: 'strict' } as const;
  const opening = openDB<AccountDatabase>('account', 1, {
    upgrade(database) {
      for (const store of stores) database.createObjectStore(store);
    },
  });
  return {
    async read(environment) {
      return Connection.safeParse(await (await opening).get('connections', environment)).data;
    },
    async write(connection) {
      const transaction = (await opening).transaction(stores, 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('connections').put(connection, connection.environment),
        transaction.objectStore('pending').clear(),
        transaction.done,
      ]);
    },
    async replace(connection) {
      const transaction = (await opening).transaction('connections', 'readwrite', strict);
      const known = Connection.safeParse(await transaction.store.get(connection.environment)).data;
      const isSame = known?.id === connection.id;
      await Promise.all([
        isSame ? transaction.store.put(connection, connection.environment) : undefined,
        transaction.done,
      ]);
      return isSame;
    },
    async readPending() {
      return PendingSignIn.safeParse(await (await opening).get('pending', 'sign-in')).data;
    },
    async writePending(pending) {
      const transaction = (await opening).transaction('pending', 'readwrite', strict);
      await Promise.all([
        pending ? transaction.store.put(pending, 'sign-in') : transaction.store.clear(),
        transaction.done,
      ]);
    },
    async remove(environment) {
      const transaction = (await opening).transaction(stores, 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('connections').delete(environment),
        transaction.objectStore('pending').clear(),
        transaction.done,
      ]);
    },
  };
}
