import { type Context, pinterestOf, serverNow } from './context.ts';
import { findPin } from './decide.ts';
import type { Job } from './job.ts';
import { looksAlike } from './lookalike.ts';
import { gather } from './reconcile.ts';
import { asDeliveryFailure, doubtChange, endedChange, goneChange } from './settle.ts';

const againMs = 5_000;

/** Notes that the person wants a save undone; delivery does what is left to do. Gives the job, or nothing to undo. */
export async function wantUndo(context: Context, id: string): Promise<Job | undefined> {
  return context.ledger.update(id, (job) => {
    if (job.state === 'waiting' && job.sentAgain) {
      const { job: doubt } = doubtChange(context, job);
      return { job: { ...doubt, wantsUndo: true } };
    }
    if (job.state === 'waiting' || job.state === 'preparing') return endedChange(context, job, 'undone');
    if (job.state === 'failed') return endedChange(context, job, 'discarded');
    if (job.state === 'sending' || job.state === 'unknown') return { job: { wantsUndo: true } };
    const gone = goneChange(context, job);
    return gone && { job: { ...gone.job, wantsUndo: gone.job?.state === 'undoing' } };
  });
}

/** Deletes the pin of a job that is being undone, by its receipt or, after a restart, found again on the board. */
export async function deletePin(context: Context, job: Job): Promise<void> {
  const { ledger, receipts, ports, pauses, signal } = context;
  try {
    const receipt = receipts.get(job.id);
    const pinId = receipt?.pinId ?? (await findOwn(context, job));
    if (pinId === undefined) return giveUp(context, job, 'undo-unsure');
    if (!receipt) await receipts.put(job.id, { pinId });
    await pinterestOf(context, job).deletePin(pinId, signal);
    const settledServerMs = serverNow(context, job);
    await ledger.update(job.id, (current) =>
      current.state === 'undoing'
        ? { job: { state: 'undone', reason: undefined, settledServerMs }, forget: true }
        : undefined,
    );
  } catch (error) {
    if (signal.aborted) throw error;
    const failure = asDeliveryFailure(error);
    if (failure.outcome === 'refused') return giveUp(context, job, 'undo-refused');
    const pause = failure.outcome === 'wait' ? await pauses.start(job.account, failure) : undefined;
    const dueAtMs = pause?.untilMs ?? ports.clock.now() + againMs;
    await ledger.update(job.id, (current) => (current.state === 'undoing' ? { job: { dueAtMs } } : undefined));
  }
}

/** The pin of a save whose receipt is gone, or `undefined` when it cannot be told from others. */
async function findOwn(context: Context, job: Job): Promise<string | undefined> {
  const evidence = await gather(context, job);
  const { receipts } = context;
  // The pin that was guessed for another picture of the same words may be this save's, and the one that is left its.
  const isMixedUp = evidence.run.others.some(
    ({ id, print }) =>
      receipts.get(id)?.isGuess === true &&
      looksAlike(job.print, print, evidence.rewritten) &&
      (print.picture === undefined || print.picture !== job.print.picture),
  );
  return isMixedUp ? undefined : findPin(evidence)?.id;
}

/** It stays saved, and says why. */
async function giveUp({ ledger }: Context, job: Job, reason: string): Promise<void> {
  await ledger.update(job.id, (current) =>
    current.state === 'undoing' ? { job: { state: 'saved', reason, wantsUndo: false } } : undefined,
  );
}
