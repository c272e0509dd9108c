import type { HistoryEntry } from '../../lib/save/history-entry.ts';
import type { Job } from '../../lib/save/job.ts';
import type { Store } from '../../lib/save/store.ts';

/** What every store has to do; runs in Node and, bundled, in a page. Each case gets a new store of its own. */
export const storeContract: Record<string, (store: Store) => Promise<void>> = {
  'gives jobs back in the order in which they were added': async (store) => {
    await store.add([{ job: job('b', { addedAtMs: 1, order: 1 }) }, { job: job('c', { addedAtMs: 2, order: 0 }) }]);
    await store.add([{ job: job('a', { addedAtMs: 1, order: 0 }) }]);
    const { jobs, unreadable } = await store.load();
    equal(
      jobs.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    equal(unreadable, 0);
  },
  'replaces a job whose revision follows the stored one': async (store) => {
    await store.add([{ job: job('a') }]);
    equal(await store.write(job('a', { revision: 1, state: 'sending' }), { isStrict: true }), { isWritten: true });
    const { jobs } = await store.load();
    equal([jobs[0]?.state, jobs[0]?.revision], ['sending', 1]);
  },
  'refuses a write from an older reading, and shows what is stored': async (store) => {
    await store.add([{ job: job('a') }]);
    await store.write(job('a', { revision: 1, state: 'sending' }));
    const late = await store.write(job('a', { revision: 1, state: 'discarded' }));
    equal([late.isWritten, !late.isWritten && late.stored?.state], [false, 'sending']);
  },
  'of two writes at once only one wins': async (store) => {
    await store.add([{ job: job('a') }]);
    const results = await Promise.all([
      store.write(job('a', { revision: 1, state: 'sending' })),
      store.write(job('a', { revision: 1, state: 'discarded' })),
    ]);
    equal(results.filter(({ isWritten }) => isWritten).length, 1);
  },
  'keeps bytes beside the job, and lets go of them when told': async (store) => {
    await store.add([{ job: job('a', { hasBytes: true }), bytes: new Blob(['picture']) }]);
    equal(await (await store.bytes('a'))?.text(), 'picture');
    await store.write(job('a', { revision: 1 }), { bytes: new Blob(['other']) });
    equal(await (await store.bytes('a'))?.text(), 'other');
    await store.write(job('a', { revision: 2 }), { bytes: null });
    equal(await store.bytes('a'), undefined);
  },
  'writes a line of history together with its job, and takes it back': async (store) => {
    await store.add([{ job: job('a') }]);
    await store.write(job('a', { revision: 1 }), { history: line('a', 1) });
    equal(await store.history.all(), [line('a', 1)]);
    await store.write(job('a', { revision: 2 }), { forget: true });
    equal(await store.history.all(), []);
  },
  'writes no history when the job is refused': async (store) => {
    await store.add([{ job: job('a') }]);
    await store.write(job('a', { revision: 5 }), { history: line('a', 1) });
    equal(await store.history.all(), []);
  },
  'removes jobs with their bytes': async (store) => {
    await store.add([{ job: job('a'), bytes: new Blob(['x']) }, { job: job('b') }]);
    await store.remove(['a']);
    equal(
      (await store.load()).jobs.map(({ id }) => id),
      ['b'],
    );
    equal(await store.bytes('a'), undefined);
  },
  'clears every job with its bytes': async (store) => {
    await store.add([{ job: job('a'), bytes: new Blob(['x']) }, { job: job('b') }]);
    await store.clear();
    equal((await store.load()).jobs, []);
    equal(await store.bytes('a'), undefined);
  },
  'finds history by picture, newest first, and clears it': async (store) => {
    for (const entry of [line('a', 1), line('b', 3), { ...line('c', 2), pictureKey: 'other' }]) {
      await store.history.put(entry);
    }
    equal(
      (await store.history.byPicture('picture')).map(({ id }) => id),
      ['b', 'a'],
    );
    await store.history.put({ ...line('d', 4), pictureKey: 'first', otherKeys: ['second', 'other'] });
    equal(
      (await store.history.byPicture('other')).map(({ id }) => id),
      ['d', 'c'],
    );
    await store.history.remove(['b', 'd']);
    equal(
      (await store.history.all()).map(({ id }) => id),
      ['c', 'a'],
    );
    await store.history.clear();
    equal(await store.history.all(), []);
  },
};

export function job(id: string, changes: Partial<Job> = {}): Job {
  return {
    id,
    revision: 0,
    state: 'waiting',
    account: { connection: 'a', environment: 'production' },
    target: { boardId: '1', label: 'Recipes', secret: false },
    lane: 'a/production/1',
    print: { link: '', title: 't', description: '', aspect: 1 },
    isIncognito: false,
    addedAtMs: 1,
    order: 0,
    dueAtMs: 0,
    hasBytes: false,
    wantsBytes: false,
    attempts: 0,
    losses: 0,
    looks: 0,
    wantsUndo: false,
    ...changes,
  };
}

export function line(id: string, savedAtMs: number): HistoryEntry {
  const page = { pageUrl: 'https://site.test/', pageTitle: 'Site', title: 'Cake' };
  return {
    id,
    pictureKey: 'picture',
    pictureUrl: 'https://i.test/1.jpg',
    ...page,
    board: 'Recipes',
    savedAtMs,
    outcome: 'saved',
  };
}

export function equal(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`);
}
