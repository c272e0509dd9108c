import { readBoard } from './board-reading.ts';
import { type Context, pinterestOf } from './context.ts';
import { type Evidence, foreignPins, longestDoubtMs } from './decide.ts';
import { type Job, sectionOf } from './job.ts';
import { nextLookMs } from './look-times.ts';
import { runOf } from './run.ts';
import { asDeliveryFailure, endedChange, settleSaved } from './settle.ts';

const mostLosses = 3;

/** Looks at the board once for a job whose answer was lost, and moves the job on as far as that tells. */
export async function look(context: Context, job: Job): Promise<void> {
  const { ledger, ports } = context;
  const evidence = await gather(context, job).catch((error: unknown) => lookFailed(context, job, error));
  if (!evidence) return;
  const verdict = context.decide(evidence);
  if (verdict.is === 'saved') return settleSaved(context, job.id, verdict.pin, verdict);
  await ledger.update(job.id, (current) => {
    if (current.state !== 'unknown') return undefined;
    if (verdict.is === 'open') {
      const { looks, nowServerMs } = evidence;
      // After a restart of the browser the first reading is the first to tell the time.
      const lostServerMs = current.lostServerMs ?? nowServerMs;
      return { job: { looks, lostServerMs, dueAtMs: ports.clock.now() + nextLookMs(looks), reason: undefined } };
    }
    if (verdict.is === 'in-doubt') return { job: { state: 'in-doubt', reason: 'in-doubt' } };
    if (current.wantsUndo) return endedChange(context, current, 'undone');
    if (current.losses >= mostLosses) return { job: { state: 'failed', reason: 'no-answer', losses: 0 } };
    return { job: { state: 'waiting', dueAtMs: ports.clock.now(), reason: undefined } };
  });
}

/** Reads the board as it concerns a job. */
export async function gather(context: Context, job: Job): Promise<Evidence> {
  const { ledger, receipts, serverTime, signal } = context;
  if (!('boardId' in job.target)) throw new Error('A job without a board was sent');
  const pinterest = pinterestOf(context, job);
  const run = runOf(job, ledger.lane(job.lane));
  const sectionId = sectionOf(job.target);
  const pages = pinterest.listBoardPins({ boardId: job.target.boardId, sectionId }, signal);
  const reading = await readBoard(inServerTime(pages, serverTime.ofPinMs), run.sinceServerMs, sectionId);
  const nowServerMs = await serverTime.askMs(pinterest, signal);
  await receipts.learnForeign(job.id, foreignPins({ job, pins: reading.pins, nowServerMs }));
  return {
    job,
    run,
    ...reading,
    claimedPins: receipts.claimedPins(),
    claimedJobs: receipts.claimedJobs(),
    rewritten: receipts.rewritten(),
    kept: receipts.kept(),
    foreign: receipts.foreign(job.id),
    nowServerMs,
    looks: job.looks + 1,
  };
}

async function* inServerTime<T extends { createdServerMs: number }>(
  pages: AsyncIterable<T[]>,
  put: (ms: number) => number,
) {
  for await (const page of pages) yield page.map((pin) => ({ ...pin, createdServerMs: put(pin.createdServerMs) }));
}

/** The board could not be read: later again, unless it is gone or too much time has passed. */
async function lookFailed(context: Context, job: Job, error: unknown): Promise<undefined> {
  const { ledger, ports, pauses, serverTime } = context;
  const failure = asDeliveryFailure(error);
  const pause = failure.outcome === 'wait' ? await pauses.start(job.account, failure) : undefined;
  const now = serverTime.nowMs(pinterestOf(context, job)) ?? 0;
  await ledger.update(job.id, (current) => {
    if (current.state !== 'unknown') return undefined;
    if (failure.outcome === 'refused' && (failure.code === 'board-not-found' || failure.code === 'section-not-found')) {
      return current.wantsUndo
        ? endedChange(context, current, 'undone')
        : { job: { state: 'failed', reason: failure.code, losses: 0 } };
    }
    const isOld = now - (current.sentServerMs ?? now) > longestDoubtMs;
    if (failure.outcome === 'refused' || (isOld && !pause)) return { job: { state: 'in-doubt', reason: 'in-doubt' } };
    return { job: { dueAtMs: ports.clock.now() + nextLookMs(current.looks) } };
  });
  return undefined;
}
