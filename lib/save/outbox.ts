import { Failure } from '../failure.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { createDelivery } from './deliver.ts';
import { createEmitter, type JobChanged } from './events.ts';
import { createHistory, type History } from './history.ts';
import { createIntake } from './intake.ts';
import { type Account, type Job, sameAccount } from './job.ts';
import { createLedger } from './ledger.ts';
import { createPauses, type Pause } from './pauses.ts';
import { countPending, type PendingCounts } from './pending.ts';
import type { PinTexts, Ports } from './ports.ts';
import { printOf } from './print.ts';
import { keepPrivate } from './private-hold.ts';
import { createReceipts, type Receipt } from './receipts.ts';
import type { SaveRequest, Target } from './request.ts';
import { createServerTime } from './server-time.ts';
import { endedChange, savedChange } from './settle.ts';
import type { Store } from './store.ts';
import { sweep } from './sweep.ts';
import { wantUndo } from './undo.ts';

/** What a person may change of a save that has not been made. */
export type Edit = Partial<PinTexts> & { target?: Target /** Of the one picture. */; bytes?: Blob };

/** Bytes of a save's picture; the size where it is another than was thought (a crop). */
export interface SeenBytes {
  bytes: Blob;
  isPrivate: boolean;
  widthPx?: number;
  heightPx?: number;
}

/** Saves that are not lost and not doubled. docs/outbox.md tells how. */
export interface Outbox {
  /** Reads what is stored and takes up what was left. Everything else waits for it. Tells how much cannot be read. */
  start(): Promise<{ unreadable: number }>;
  /**
   * Gives the jobs once they are durable; a single one may be under way already. A save that is asked for again by the
   * same id is the same save. @throws Failure `not-connected`, or the store's
   */
  add(request: SaveRequest, id?: string): Promise<Job>;
  addMany(requests: readonly SaveRequest[], ids?: readonly string[]): Promise<Job[]>;
  /** Every job, also those settled within a day, in the order in which they were added. */
  list(): Job[];
  get(id: string): Job | undefined;
  receipt(id: string): Receipt | undefined;
  counts(account: Account | undefined): PendingCounts;
  pause(account: Account): Pause | undefined;
  /** The verbs below give the job as it then is, or `undefined` when it is not in a state for them. */
  retry(id: string): Promise<Job | undefined>;
  retryAll(): Promise<void>;
  edit(id: string, edit: Edit): Promise<Job | undefined>;
  /** Bytes for a save whose address goes first: what only the gesture's moment could give, should Pinterest refuse. */
  keepBytes(id: string, seen: SeenBytes): Promise<Job | undefined>;
  /** The person lets others see a picture that only their own session could read; see `Ports.prepare`. */
  share(id: string): Promise<Job | undefined>;
  discard(id: string): Promise<Job | undefined>;
  undo(id: string): Promise<Job | undefined>;
  undoMany(ids: readonly string[]): Promise<void>;
  /** In doubt: looks once more, believes the person that it is there, or sends it again. */
  lookAgain(id: string): Promise<Job | undefined>;
  believeSaved(id: string): Promise<Job | undefined>;
  saveAgain(id: string): Promise<Job | undefined>;
  /** Saves a new pin in the place of a saved one, which is deleted once the new one is there. */
  replace(id: string, request: SaveRequest): Promise<Job>;
  /** Changes the texts or place of a saved pin. @throws DeliveryFailure, or Failure `receipt-gone` */
  editSaved(id: string, texts: PinTexts, target: Target): Promise<void>;
  /** What held saves back is over: `offline`, `sign-in-again`, `trial-app` or a rate limit; or an alarm rang. */
  resume(reason?: string): Promise<void>;
  /** Lets go of an account's open jobs, after *Disconnect* and *discard*. */
  discardAccount(account: Account): Promise<void>;
  /** Forgets every job, done or not, and the whole history: what was not sent never will be. */
  forgetAll(): Promise<void>;
  history: History;
  listen(listener: (event: JobChanged) => void): () => void;
  close(): void;
}

/** `rule` decides about lost answers; only tests pass another than the shipped one. */
export function createOutbox(ports: Ports, stores: { disk: Store; memory: Store }, rule = decide): Outbox {
  const events = createEmitter<JobChanged>(ports.report);
  events.listen(keepPrivate(ports.keepAlive));
  const ending = new AbortController();
  const context: Context = {
    ports,
    ledger: createLedger(stores, events.emit),
    receipts: createReceipts(ports.session),
    serverTime: createServerTime(ports.clock, ports.session),
    pauses: createPauses(ports.clock, ports.session),
    listen: events.listen,
    signal: ending.signal,
    decide: rule,
  };
  const { ledger, receipts, pauses, serverTime } = context;
  const delivery = createDelivery(context);
  let started: Promise<{ unreadable: number }> | undefined;

  const start = () => {
    started ??= (async () => {
      const [found] = await Promise.all([ledger.load(), receipts.load(), serverTime.load()]);
      await pauses.load(ledger.all());
      delivery.wakeAll();
      return found;
    })();
    return started;
  };

  async function currentAccount(): Promise<Account> {
    const [account] = await Promise.all([ports.account(), start()]);
    if (!account) throw new Failure('not-connected', 'There is no account to save to');
    return account;
  }

  const intake = createIntake(context, delivery, currentAccount);

  async function changeAndWake(id: string, change: Parameters<typeof ledger.update>[1]): Promise<Job | undefined> {
    await start();
    const job = await ledger.update(id, change);
    if (job) delivery.wake(job.lane);
    return job;
  }

  const letGo = (id: string) =>
    changeAndWake(id, (job) =>
      ['waiting', 'preparing', 'failed', 'in-doubt'].includes(job.state)
        ? endedChange(context, job, 'discarded')
        : undefined,
    );

  /** Sends again, with all its tries. What may have been sent before is still looked for. */
  const afresh = (): Partial<Job> => ({
    state: 'waiting',
    reason: undefined,
    dueAtMs: ports.clock.now(),
    losses: 0,
  });

  const outbox: Outbox = {
    start,
    add: intake.add,
    addMany: intake.addMany,
    list: () => ledger.all(),
    get: (id) => ledger.get(id),
    receipt: (id) => receipts.get(id),
    counts: (account) => countPending(ledger.all(), account),
    pause: (account) => pauses.of(account),
    async retry(id) {
      const job = ledger.get(id);
      if (job?.reason !== undefined) await pauses.end(job.reason);
      return changeAndWake(id, (current) => {
        if (current.state === 'waiting') return { job: { dueAtMs: ports.clock.now(), reason: undefined } };
        return current.state === 'failed' ? { job: afresh() } : undefined;
      });
    },
    async retryAll() {
      for (const job of ledger.all()) {
        if (job.state === 'failed' || job.state === 'waiting') await outbox.retry(job.id);
      }
    },
    edit: (id, { target, bytes, ...texts }) =>
      changeAndWake(id, (job) => {
        if (!job.wish || job.sentAgain || (job.state !== 'waiting' && job.state !== 'failed')) return undefined;
        const wish = { ...job.wish, ...texts };
        const elsewhere = target && { target, firstSentServerMs: undefined, sentServerMs: undefined };
        const own = wish.others ? undefined : bytes;
        const withBytes = own && { hasBytes: true };
        return { job: { ...afresh(), ...elsewhere, ...withBytes, wish, print: printOf(wish) }, bytes: own };
      }),
    keepBytes: (id, { bytes, ...seen }) =>
      changeAndWake(id, (job) => {
        // Several pictures bring theirs with the gesture, or not at all.
        if (!job.wish || job.wish.others || job.hasBytes) return undefined;
        const wish = { ...job.wish, picture: { ...job.wish.picture, ...seen } };
        const isWanted = job.state === 'failed' && job.reason === 'needs-the-page';
        return { job: { ...(isWanted ? afresh() : {}), hasBytes: true, wish, print: printOf(wish) }, bytes };
      }),
    share: (id) =>
      changeAndWake(id, (job) => {
        if (!job.wish || job.state !== 'failed') return undefined;
        const shared = { isPrivate: false };
        const others = job.wish.others?.map((other) => ({ ...other, ...shared }));
        const wish = { ...job.wish, picture: { ...job.wish.picture, ...shared }, ...(others && { others }) };
        return { job: { ...afresh(), wish } };
      }),
    // What may have been done already has to be looked for, and undone.
    async discard(id) {
      await start();
      const job = ledger.get(id);
      return job?.state === 'waiting' && job.sentAgain ? outbox.undo(id) : letGo(id);
    },
    async undo(id) {
      await start();
      const job = await wantUndo(context, id);
      if (job) delivery.wake(job.lane);
      return job;
    },
    async undoMany(ids) {
      for (const id of ids) await outbox.undo(id);
    },
    lookAgain: (id) =>
      changeAndWake(id, (job) =>
        job.state === 'in-doubt' ? { job: { state: 'unknown', looks: 0, dueAtMs: 0, reason: undefined } } : undefined,
      ),
    believeSaved: (id) =>
      changeAndWake(id, (job) => (job.state === 'in-doubt' ? savedChange(context, job) : undefined)),
    saveAgain: (id) => changeAndWake(id, (job) => (job.state === 'in-doubt' ? { job: afresh() } : undefined)),
    replace: intake.replace,
    async editSaved(id, texts, target) {
      const receipt = receipts.get(id);
      const job = ledger.get(id);
      if (!receipt || receipt.isGuess || !job || !('boardId' in target))
        throw new Failure('receipt-gone', 'The pin is not known any more');
      const sectionId = 'sectionId' in target ? target.sectionId : undefined;
      const place = { boardId: target.boardId, sectionId, isSecret: target.secret };
      await ports.pinterest(job.account).updatePin(receipt.pinId, { ...texts, ...place }, ending.signal);
    },
    async resume(reason) {
      await start();
      if (reason !== undefined) {
        await pauses.end(reason);
        for (const job of ledger.all()) {
          await ledger.update(job.id, (current) =>
            current.state === 'waiting' && current.reason === reason
              ? { job: { dueAtMs: 0, reason: undefined } }
              : undefined,
          );
        }
      }
      await sweep(context);
      delivery.wakeAll();
    },
    async discardAccount(account) {
      await start();
      for (const job of ledger.all()) if (sameAccount(job.account, account)) await letGo(job.id);
    },
    async forgetAll() {
      await start();
      await ledger.remove(ledger.all().map((job) => job.id));
      await stores.disk.clear();
      await outbox.history.clear();
    },
    history: createHistory(stores.disk.history, ports),
    listen: events.listen,
    close: () => ending.abort(),
  };
  return outbox;
}
