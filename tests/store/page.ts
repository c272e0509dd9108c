import { openDB } from 'idb';
import { Failure } from '../../lib/failure.ts';
import { openIdbStore } from '../../lib/save/idb-store.ts';
import { equal, job, line, storeContract } from './contract.ts';

let opened = 0;

/** What only a store on disk does. */
const ownCases: Record<string, () => Promise<void>> = {
  'has everything when it is opened again': async () => {
    const name = `again-${opened++}`;
    const first = await openIdbStore(name);
    await first.add([{ job: job('a', { hasBytes: true }), bytes: new Blob(['picture']) }]);
    first.close();
    const second = await openIdbStore(name);
    equal((await second.load()).jobs, [job('a', { hasBytes: true })]);
    equal(await (await second.bytes('a'))?.text(), 'picture');
  },
  'keeps every job of a database of the first version': async () => {
    const name = `old-${opened++}`;
    const old = await openDB(name, 1, {
      upgrade(database) {
        database.createObjectStore('jobs', { keyPath: 'id' });
        database.createObjectStore('bytes');
      },
    });
    await old.put('jobs', job('a'));
    await old.put('bytes', new Blob(['picture']), 'a');
    old.close();
    const store = await openIdbStore(name);
    equal((await store.load()).jobs, [job('a')]);
    equal(await (await store.bytes('a'))?.text(), 'picture');
    equal(await store.history.all(), []);
  },
  'keeps the history of a database of the second version, and finds it by its pictures': async () => {
    const name = `old-${opened++}`;
    const old = await openDB(name, 2, {
      upgrade(database) {
        database.createObjectStore('jobs', { keyPath: 'id' });
        database.createObjectStore('bytes');
        const history = database.createObjectStore('history', { keyPath: 'id' });
        history.createIndex('pictureKey', 'pictureKey');
        history.createIndex('savedAtMs', 'savedAtMs');
      },
    });
    await old.put('jobs', job('a'));
    await old.put('history', line('b', 1));
    old.close();
    const store = await openIdbStore(name);
    equal((await store.load()).jobs, [job('a')]);
    equal(await store.history.byPicture('picture'), [line('b', 1)]);
  },
  'says that a newer build made the database': async () => {
    const name = `new-${opened++}`;
    (await openDB(name, 999)).close();
    equal(await codeOf(openIdbStore(name)), 'storage-newer');
  },
  'counts a record that it cannot read, and keeps it until all is forgotten': async () => {
    const name = `strange-${opened++}`;
    (await openIdbStore(name)).close();
    const raw = await openDB(name);
    await raw.put('jobs', { id: 'x', what: 'is this' });
    raw.close();
    const store = await openIdbStore(name);
    equal(await store.load(), { jobs: [], unreadable: 1 });
    const again = await openDB(name);
    equal(await again.count('jobs'), 1);
    await store.clear();
    equal(await again.count('jobs'), 0);
  },
  'is strictly durable into and out of sending, and only there': async () => {
    const seen: unknown[] = [];
    const original = IDBDatabase.prototype.transaction;
    const store = await openIdbStore(`strict-${opened++}`);
    IDBDatabase.prototype.transaction = function (...args) {
      seen.push(args[2]?.durability);
      return original.apply(this, args);
    };
    try {
      await store.add([{ job: job('a') }]);
      await store.add([{ job: job('b', { state: 'sending' }) }]);
      await store.write(job('a', { revision: 1, state: 'sending' }), { isStrict: true });
      await store.write(job('a', { revision: 2, state: 'saved' }), { isStrict: true });
      await store.write(job('a', { revision: 3, state: 'undoing' }));
    } finally {
      IDBDatabase.prototype.transaction = original;
    }
    equal(seen, ['relaxed', 'strict', 'strict', 'strict', 'relaxed']);
  },
};

const cases: Record<string, () => Promise<void>> = { ...ownCases };
for (const [name, run] of Object.entries(storeContract)) {
  cases[name] = async () => run(await openIdbStore(`contract-${opened++}`));
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return undefined;
}

/** Asked by the test, from outside the page. */
const door = {
  names: () => Object.keys(cases),
  run: (name: string) => cases[name]?.(),
  /** Writes more than the test has left room for. */
  async fill() {
    const store = await openIdbStore(`full-${opened++}`);
    const bytes = new Blob([new Uint8Array(4_000_000)]);
    for (let count = 0; count < 5; count++) {
      const code = await codeOf(store.add([{ job: job(`job-${count}`, { hasBytes: true }), bytes }]));
      if (code !== undefined) return { code, isWhole: (await store.load()).jobs.length === count };
    }
    return { code: undefined, isWhole: true };
  },
};
export type Door = typeof door;
Object.assign(globalThis, { door });
