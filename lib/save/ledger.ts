import type { JobChanged } from './events.ts';
import { inOrder, type Job, laneOf } from './job.ts';
import type { Extras, Store } from './store.ts';
import { assertTransition } from './transitions.ts';

/** What to change of a job, and what to write with it. */
export interface Change {
  job: Partial<Job>;
  bytes?: Extras['bytes'];
  history?: Extras['history'];
  /** Takes the job's line out of the history. */
  forget?: boolean;
}

/** All jobs, in memory, written through: the one place that changes them. */
export interface Ledger {
  load(): Promise<{ unreadable: number }>;
  get(id: string): Job | undefined;
  all(): Job[];
  /** In the order in which they were added. */
  lane(lane: string): Job[];
  lanes(): string[];
  /** Jobs in stores that differ are added store by store. */
  add(entries: { job: Job; bytes?: Blob | undefined }[]): Promise<void>;
  /**
   * Changes a job from what it is at the moment of writing; `change` may be asked again when another context wrote
   * first, and gives `undefined` to leave the job alone. Gives the job as written.
   * @throws Failure `forbidden-transition`, or the store's
   */
  update(id: string, change: (job: Job) => Change | undefined): Promise<Job | undefined>;
  bytes(id: string): Promise<Blob | undefined>;
  remove(ids: readonly string[]): Promise<void>;
}

/** `stores.disk` keeps jobs, `stores.memory` those of private windows. */
export function createLedger(stores: { disk: Store; memory: Store }, changed: (event: JobChanged) => void): Ledger {
  const jobs = new Map<string, Job>();
  const lanes = new Map<string, Map<string, Job>>();
  const storeOf = (job: Pick<Job, 'isIncognito'>) => (job.isIncognito ? stores.memory : stores.disk);

  const hold = (job: Job) => {
    jobs.set(job.id, job);
    const lane = lanes.get(job.lane) ?? new Map<string, Job>();
    lanes.set(job.lane, lane.set(job.id, job));
  };
  const keep = (job: Job) => {
    const before = jobs.get(job.id);
    if (before && before.lane !== job.lane) leave(before);
    hold(job);
    changed(before ? { job, before: before.state } : { job });
  };
  const leave = (job: Job) => {
    const lane = lanes.get(job.lane);
    lane?.delete(job.id);
    if (lane?.size === 0) lanes.delete(job.lane);
  };
  const drop = (id: string) => {
    const job = jobs.get(id);
    if (job) leave(job);
    jobs.delete(id);
  };

  return {
    async load() {
      const { jobs: stored, unreadable } = await stores.disk.load();
      // Nothing has changed: a worker that wakes with a thousand saves tells nobody of them.
      for (const job of stored) if (!jobs.has(job.id)) hold(job);
      return { unreadable };
    },
    get: (id) => jobs.get(id),
    all: () => [...jobs.values()],
    lane: (lane) => inOrder(lanes.get(lane)?.values() ?? []),
    lanes: () => [...lanes.keys()],
    async add(entries) {
      for (const isIncognito of [false, true]) {
        const part = entries.filter(({ job }) => job.isIncognito === isIncognito);
        if (part.length === 0) continue;
        await (isIncognito ? stores.memory : stores.disk).add(part);
        for (const { job } of part) keep(job);
      }
    },
    async update(id, change) {
      for (;;) {
        const before = jobs.get(id);
        const wanted = before && change(before);
        if (!before || !wanted) return undefined;
        const next: Job = { ...before, ...wanted.job, revision: before.revision + 1 };
        next.lane = laneOf(next.account, next.target);
        assertTransition(before.state, next.state);
        const result = await storeOf(before).write(next, {
          isStrict: before.state === 'sending' || next.state === 'sending',
          history: wanted.history,
          bytes: wanted.bytes,
          forget: wanted.forget,
        });
        if (result.isWritten) {
          keep(next);
          return next;
        }
        if (result.stored) keep(result.stored);
        else drop(id);
      }
    },
    async bytes(id) {
      const job = jobs.get(id);
      return job && storeOf(job).bytes(id);
    },
    async remove(ids) {
      await stores.disk.remove(ids);
      await stores.memory.remove(ids);
      for (const id of ids) drop(id);
    },
  };
}
