import { bornJob } from './birth.ts';
import type { Context } from './context.ts';
import type { Delivery } from './deliver.ts';
import type { Account, Job } from './job.ts';
import type { Outbox } from './outbox.ts';
import type { SaveRequest } from './request.ts';
import { sendAtOnce } from './send-at-once.ts';

/** Takes saves in: each is written once, however often it is asked for by the same id. */
export function createIntake(
  context: Context,
  delivery: Delivery,
  currentAccount: () => Promise<Account>,
): Pick<Outbox, 'add' | 'addMany' | 'replace'> {
  const { ports, ledger } = context;
  /** What is being written, by id. */
  const taking = new Map<string, Promise<Job>>();
  let order = 0;

  function born(request: SaveRequest, account: Account, id = ports.newId(), batch?: string) {
    const atMs = ports.clock.now();
    const pauseMs = ports.pauseBeforeSendingMs();
    return bornJob(request, account, { id, atMs, order: order++, dueAtMs: atMs + pauseMs, batch });
  }

  /** Whoever asks for an id that is known, or is being written, gets that job. */
  function known(id = ''): Promise<Job> | undefined {
    const job = ledger.get(id);
    return job ? Promise.resolve(job) : taking.get(id);
  }

  function hold(id: string, writing: Promise<Job>): Promise<Job> {
    const letGo = () => taking.delete(id);
    taking.set(id, writing);
    writing.then(letGo, letGo);
    return writing;
  }

  async function write(request: SaveRequest, account: Account, id: string): Promise<Job> {
    const { job, bytes } = born(request, account, id);
    const sending = await sendAtOnce(context, delivery, job);
    if (sending) return sending;
    await ledger.add([{ job, bytes }]);
    delivery.wake(job.lane);
    return job;
  }

  return {
    async add(request, id = ports.newId()) {
      const account = await currentAccount();
      return known(id) ?? hold(id, write(request, account, id));
    },
    async addMany(requests, ids = []) {
      const account = await currentAccount();
      const batch = ports.newId();
      const fresh: ReturnType<typeof born>[] = [];
      const jobs = requests.map((request, index) => {
        const earlier = known(ids[index]);
        if (earlier) return earlier;
        const entry = born(request, account, ids[index], batch);
        fresh.push(entry);
        return entry.job;
      });
      const writing = ledger.add(fresh);
      for (const { job } of fresh) {
        hold(
          job.id,
          writing.then(() => job),
        );
      }
      await writing;
      delivery.wakeAll();
      return Promise.all(jobs);
    },
    async replace(id, request) {
      const account = await currentAccount();
      const { job, bytes } = born(request, account);
      const replacing = { ...job, replaces: id };
      await ledger.add([{ job: replacing, bytes }]);
      delivery.wake(job.lane);
      return replacing;
    },
  };
}
