import type { Context } from './context.ts';
import { type Job, sameAccount } from './job.ts';
import { looksAlike } from './lookalike.ts';
import { look } from './reconcile.ts';
import { send } from './send.ts';
import { lostChange, savedChange } from './settle.ts';
import { createSlots } from './slots.ts';
import { lookForTwins } from './twins.ts';
import { deletePin } from './undo.ts';
import { isWatched, mayBeTaken, mustWaitFor } from './watched.ts';

/** Requests with pictures under way at once, and so pictures in memory. */
const mostAtOnce = 6;
/** A lane that has to wait no longer than this stays awake for it. */
const longestNapMs = 31_000;
const lockedAgainMs = 30_000;
const backstopMs = 30_000;
/** Alarms are coarse, and a lane that runs sets one at every step. */
const alarmSlackMs = 5_000;
const brokenAgainMs = 60_000;

interface Runner {
  again: boolean;
  nap: AbortController;
}

export interface Delivery {
  /** Runs every lane that has work. */
  wakeAll(): void;
  wake(lane: string): void;
  /** Nothing runs in the lane and a request may start at once. */
  isIdle(lane: string): boolean;
  /** Runs a lane beginning with `first`, under its lock; gives `false` when another context has the lane. */
  begin(lane: string, first: () => Promise<void>): Promise<boolean>;
}

/** Runs the lanes: one request whose outcome is open in each, lanes beside each other. */
export function createDelivery(context: Context): Delivery {
  const { ports, ledger, pauses, signal } = context;
  const { clock } = ports;
  const runners = new Map<string, Runner>();
  const dueTimes = new Map<string, number>();
  let armedMs: number | undefined;
  const slots = createSlots(mostAtOnce);
  const probe = createSlots(1);

  async function run(lane: string, first?: () => Promise<void>): Promise<boolean> {
    const runner = { again: false, nap: new AbortController() };
    runners.set(lane, runner);
    const letGo = ports.keepAlive();
    schedule();
    let isHeld = true;
    try {
      isHeld = await ports.locks.tryHold(`tack-lane:${lane}`, async () => {
        if (first) await slots.hold(first);
        await work(lane, runner);
      });
      if (!isHeld) dueTimes.set(lane, clock.now() + lockedAgainMs);
    } catch (error) {
      if (!signal.aborted) ports.report(error);
      dueTimes.set(lane, clock.now() + brokenAgainMs);
    } finally {
      runners.delete(lane);
      letGo();
      schedule();
    }
    if (runner.again && !signal.aborted) wake(lane);
    return isHeld;
  }

  async function work(lane: string, runner: Runner): Promise<void> {
    while (!signal.aborted) {
      runner.again = false;
      dueTimes.delete(lane);
      const due = await step(lane);
      if (due === 'moved' || runner.again) continue;
      if (due === undefined) return;
      dueTimes.set(lane, due);
      schedule();
      const waitMs = due - clock.now();
      if (waitMs > longestNapMs) return;
      runner.nap = new AbortController();
      await clock.sleep(waitMs, AbortSignal.any([runner.nap.signal, signal]));
    }
  }

  /** Moves one job of a lane, or tells when there will be something to do. The lane's lock is held. */
  async function step(lane: string): Promise<'moved' | number | undefined> {
    const jobs = ledger.lane(lane);
    const orphan = jobs.find(isOrphan);
    if (orphan) return adopt(orphan);
    const [any] = jobs;
    const account = await ports.account();
    if (!any || !account || !sameAccount(account, any.account)) return;
    const pause = pauses.of(any.account);
    // A Trial app may still read and delete.
    const maySend = pause === undefined;
    if (pause && pause.reason !== 'trial-app') return jobs.some(isOpen) ? pause.untilMs : undefined;

    const now = clock.now();
    const unknown = jobs.find((job) => job.state === 'unknown');
    const isKnown = (job: Job) => isWatched(job) || (job.state === 'undoing' && hasReceipt(job.id));
    const watched = jobs.filter(isWatched);
    const meets = unknown ? mayBeTaken : mustWaitFor;
    const isHeld = (job: Job) => watched.some((other) => meets(job, other, context.receipts));
    // What waits and may have been done is looked for before it is sent: until then its pin is nobody else's.
    const doubted = jobs.find((job) => job.state === 'waiting' && job.sentAgain);
    const mayFollow = (job: Job) =>
      !doubted || doubted === job || !looksAlike(job.print, doubted.print, context.receipts.rewritten());
    const turn = unknown
      ? jobs.filter((job) => (job === unknown ? !isHeld(job) : isKnown(job)))
      : jobs.filter((job) =>
          job.state === 'waiting'
            ? maySend && !isHeld(job) && mayFollow(job)
            : job.state === 'undoing' || isWatched(job),
        );
    const next = turn.find((job) => job.dueAtMs <= now);
    if (!next) return turn.length === 0 ? undefined : Math.min(...turn.map((job) => job.dueAtMs));
    if (next.state === 'unknown') await look(context, next);
    else if (isWatched(next)) await lookForTwins(context, next);
    else if (next.state === 'undoing') await deletePin(context, next);
    else await inTurn(next, async () => (pauses.of(next.account) ? undefined : send(context, next)));
    const after = ledger.get(next.id)?.lane;
    if (after !== undefined && after !== lane) wake(after);
    return 'moved';
  }

  /** Until Pinterest took one save, others do not run into the same refusal beside it. */
  async function inTurn({ account }: Job, work: () => Promise<void>): Promise<void> {
    if (!pauses.isProven(account)) {
      const isFirst = await probe.hold(async () => {
        if (pauses.isProven(account)) return false;
        await slots.hold(work);
        return true;
      });
      if (isFirst) return;
    }
    await slots.hold(work);
  }

  /** Under the lane's lock nobody works on a job: its worker died, perhaps between the receipt and the last write. */
  function isOrphan({ state, id }: Job): boolean {
    return state === 'sending' || state === 'preparing' || (state === 'unknown' && hasReceipt(id));
  }

  async function adopt({ id }: Job): Promise<'moved'> {
    await ledger.update(id, (job) => {
      if (job.state === 'preparing') return { job: { state: 'waiting', reason: undefined } };
      if (job.state !== 'sending' && job.state !== 'unknown') return undefined;
      if (hasReceipt(id)) return savedChange(context, job);
      return job.state === 'sending' ? lostChange(context, job) : undefined;
    });
    return 'moved';
  }

  function hasReceipt(id: string): boolean {
    return context.receipts.get(id) !== undefined;
  }

  function wake(lane: string): void {
    const runner = runners.get(lane);
    if (runner) {
      runner.again = true;
      runner.nap.abort();
    } else if (!signal.aborted && ledger.lane(lane).some(isOpen)) {
      void run(lane);
    }
  }

  /** The alarm for whatever comes first; while lanes run, for the case that the worker dies. */
  function schedule(): void {
    if (signal.aborted) return;
    // What was withdrawn meanwhile is due no more: its alarm would ring again at once, and again.
    for (const lane of dueTimes.keys()) if (!ledger.lane(lane).some(isOpen)) dueTimes.delete(lane);
    const times = [...dueTimes.values()];
    if (runners.size > 0) times.push(clock.now() + backstopMs);
    const next = times.length === 0 ? undefined : Math.min(...times);
    const set = armedMs !== undefined && armedMs > clock.now() ? armedMs : undefined;
    if (set === next || (set !== undefined && next !== undefined && Math.abs(next - set) < alarmSlackMs)) return;
    armedMs = next;
    ports.wakeAt(next);
  }

  return {
    wake,
    wakeAll() {
      for (const lane of ledger.lanes()) wake(lane);
      schedule();
    },
    isIdle: (lane) => !runners.has(lane) && slots.isFree() && !ledger.lane(lane).some(isOpen),
    begin: run,
  };
}

function isOpen(job: Job): boolean {
  return isWatched(job) || ['waiting', 'preparing', 'sending', 'unknown', 'undoing'].includes(job.state);
}
