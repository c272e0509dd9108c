import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { Failure } from '../failure.ts';
import { HistoryEntry } from './history-entry.ts';
import { inOrder, Job } from './job.ts';
import type { HistoryStore, Store } from './store.ts';

interface Schema extends DBSchema {
  jobs: { key: string; value: Job };
  bytes: { key: string; value: Blob };
  history: { key: string; value: HistoryEntry; indexes: { pictureKey: string; savedAtMs: number; otherKeys: string } };
}
type Database = IDBPDatabase<Schema>;
type Upgrade = (
  database: Database,
  transaction: IDBPTransaction<Schema, ('jobs' | 'bytes' | 'history')[], 'versionchange'>,
) => void;

/** Step n takes a database from version n to n + 1. A step that has been released is never changed. */
const upgrades: readonly Upgrade[] = [
  (database) => {
    database.createObjectStore('jobs', { keyPath: 'id' });
    database.createObjectStore('bytes');
  },
  (database) => {
    const history = database.createObjectStore('history', { keyPath: 'id' });
    history.createIndex('pictureKey', 'pictureKey');
    history.createIndex('savedAtMs', 'savedAtMs');
  },
  (_database, transaction) => {
    transaction.objectStore('history').createIndex('otherKeys', 'otherKeys', { multiEntry: true });
  },
];

/**
 * The outbox on disk. Pictures are blobs in a store of their own.
 * @throws Failure `storage-newer` when a newer Tack made it, `storage-refused` when the browser does not open it
 */
export async function openIdbStore(name = 'outbox'): Promise<Store> {
  const database = await openDatabase(name);
  return {
    history: idbHistory(database),
    async load() {
      const records: unknown[] = await guard(database.getAll('jobs'));
      const jobs = records.flatMap((record) => {
        const parsed = Job.safeParse(record);
        return parsed.success ? [parsed.data] : [];
      });
      return { jobs: inOrder(jobs), unreadable: records.length - jobs.length };
    },
    async add(entries) {
      const isSending = entries.some(({ job }) => job.state === 'sending');
      const transaction = database.transaction(['jobs', 'bytes'], 'readwrite', durable(isSending));
      for (const { job, bytes } of entries) {
        transaction.objectStore('jobs').add(job).catch(ignore);
        if (bytes) transaction.objectStore('bytes').put(bytes, job.id).catch(ignore);
      }
      await guard(transaction.done);
    },
    async write(job, extras = {}) {
      const transaction = database.transaction(
        ['jobs', 'bytes', 'history'],
        'readwrite',
        durable(extras.isStrict === true),
      );
      const jobs = transaction.objectStore('jobs');
      const stored = await guard(jobs.get(job.id));
      if (stored?.revision !== job.revision - 1) {
        await guard(transaction.done);
        return { isWritten: false, stored };
      }
      jobs.put(job).catch(ignore);
      if (extras.bytes) transaction.objectStore('bytes').put(extras.bytes, job.id).catch(ignore);
      if (extras.bytes === null) transaction.objectStore('bytes').delete(job.id).catch(ignore);
      if (extras.history) transaction.objectStore('history').put(extras.history).catch(ignore);
      if (extras.forget) transaction.objectStore('history').delete(job.id).catch(ignore);
      await guard(transaction.done);
      return { isWritten: true };
    },
    bytes: (id) => guard(database.get('bytes', id)),
    async remove(ids) {
      const transaction = database.transaction(['jobs', 'bytes'], 'readwrite');
      for (const id of ids) {
        transaction.objectStore('jobs').delete(id).catch(ignore);
        transaction.objectStore('bytes').delete(id).catch(ignore);
      }
      await guard(transaction.done);
    },
    async clear() {
      const transaction = database.transaction(['jobs', 'bytes'], 'readwrite');
      transaction.objectStore('jobs').clear().catch(ignore);
      transaction.objectStore('bytes').clear().catch(ignore);
      await guard(transaction.done);
    },
    close: () => database.close(),
  };
}

function idbHistory(database: Database): HistoryStore {
  const readable = (records: unknown[]) =>
    records.flatMap((record) => {
      const parsed = HistoryEntry.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
  return {
    async put(entry) {
      await guard(database.put('history', entry));
    },
    async all() {
      return readable(await guard(database.getAllFromIndex('history', 'savedAtMs'))).reverse();
    },
    async byPicture(pictureKey) {
      const found = await Promise.all([
        guard(database.getAllFromIndex('history', 'pictureKey', pictureKey)),
        guard(database.getAllFromIndex('history', 'otherKeys', pictureKey)),
      ]);
      return readable(found.flat()).sort((one, other) => other.savedAtMs - one.savedAtMs);
    },
    async remove(ids) {
      const transaction = database.transaction('history', 'readwrite');
      for (const id of ids) transaction.store.delete(id).catch(ignore);
      await guard(transaction.done);
    },
    clear: () => guard(database.clear('history')),
  };
}

async function openDatabase(name: string): Promise<Database> {
  try {
    const database = await openDB<Schema>(name, upgrades.length, {
      upgrade(opening, oldVersion, _newVersion, transaction) {
        for (const upgrade of upgrades.slice(oldVersion)) upgrade(opening, transaction);
      },
      // A newer build waits in another context: let it have the database.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return database;
  } catch (cause) {
    const isNewer = cause instanceof DOMException && cause.name === 'VersionError';
    throw new Failure(isNewer ? 'storage-newer' : 'storage-refused', 'The outbox cannot be opened', { cause });
  }
}

/** Strict means that the transaction is done when the disk has it, not when the operating system has. */
function durable(isStrict: boolean): IDBTransactionOptions {
  return { durability: isStrict ? 'strict' : 'relaxed' };
}

/** A request that fails also fails its transaction, which is awaited. */
function ignore(): void {}

async function guard<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    throw new Failure(isFull ? 'storage-full' : 'storage-failed', 'The outbox could not be written', { cause });
  }
}
