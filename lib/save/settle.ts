import { type Context, pinterestOf, serverNow } from './context.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { Job } from './job.ts';
import type { Change } from './ledger.ts';
import { firstLookMs, nextLookMs } from './look-times.ts';
import { keptFields, rewrittenFields } from './lookalike.ts';
import { DeliveryFailure, type ListedPin, type MadePin } from './ports.ts';

/** Refusals of an address, after which the bytes may still be taken. */
const addressRefused: ReadonlySet<string> = new Set(['picture-unreachable', 'picture-format']);

/**
 * Pinterest has the pin: writes the receipt first, so that a death in between finds it. A pin that was found after its
 * answer was lost may be one of several: the browser tells nothing of how often it sent a request that failed.
 */
export async function settleSaved(
  context: Context,
  id: string,
  pin: ListedPin,
  { answer, isGuess }: { answer?: MadePin; isGuess?: boolean },
): Promise<void> {
  const { receipts, ledger, serverTime, pauses } = context;
  const sentAgain = answer?.wasSentAgain ?? true;
  await receipts.put(id, { pinId: pin.id, pictureUrl: pin.pictureUrl, isFound: !answer, isGuess, sentAgain });
  const settled = await ledger.update(id, (job) => savedChange(context, job));
  if (!settled) return;
  if (settled.replaces) await ledger.update(settled.replaces, (job) => goneChange(context, job));
  await pauses.succeeded(settled.account);
  const { print } = settled;
  if (print.parentPinId === undefined) await receipts.learnKept(keptFields(print, pin));
  if (!answer) return;
  await serverTime.learn(pinterestOf(context, settled), pin.createdServerMs);
  if (print.parentPinId === undefined) await receipts.learnRewritten(rewrittenFields(print, pin));
}

/** What makes a job saved: its words and bytes are let go, its line in the history is written. */
export function savedChange(context: Context, job: Job): Change {
  const isUnsure = job.wantsUndo && context.receipts.get(job.id)?.isGuess === true;
  const isUndone = job.wantsUndo && !isUnsure;
  return {
    job: {
      state: isUndone ? 'undoing' : 'saved',
      wantsUndo: isUndone,
      wish: undefined,
      reason: isUnsure ? 'undo-unsure' : undefined,
      hasBytes: false,
      dueAtMs: 0,
      settledServerMs: serverNow(context, job),
      ...watchChange(context, job),
    },
    bytes: null,
    ...(job.isIncognito || isUndone || !job.wish ? {} : { history: historyOf(context, job, job.wish) }),
  };
}

/** The watch over a request that may have been sent twice: from its answer on, or from the loss of that. */
function watchChange(context: Context, job: Job): Partial<Job> {
  const { ports, receipts } = context;
  if (!receipts.get(job.id)?.sentAgain) return { sentAgain: undefined };
  const now = serverNow(context, job);
  if (job.state === 'unknown') {
    const { looks, lostServerMs = now } = job;
    return { sentAgain: true, lostServerMs, dueAtMs: ports.clock.now() + nextLookMs(looks) };
  }
  return { sentAgain: true, looks: 0, lostServerMs: now, dueAtMs: ports.clock.now() + firstLookMs };
}

/** What makes a job undone or discarded. */
export function endedChange(context: Context, job: Job, state: 'undone' | 'discarded'): Change {
  const settledServerMs = serverNow(context, job);
  return { job: { state, wish: undefined, reason: undefined, hasBytes: false, settledServerMs }, bytes: null };
}

/** The request failed: refused, to be repeated, or lost. */
export async function settleFailure(context: Context, id: string, failure: DeliveryFailure): Promise<void> {
  const { ports, ledger, pauses } = context;
  if (failure.outcome === 'unknown') {
    await ledger.update(id, (job) => (job.state === 'sending' ? lostChange(context, job) : undefined));
    return;
  }
  const job = ledger.get(id);
  const pause = job && failure.outcome === 'wait' ? await pauses.start(job.account, failure) : undefined;
  await ledger.update(id, (current) => {
    if (current.state !== 'sending') return undefined;
    // Nothing can be on the board: the next attempt is the first again.
    const isFirst = current.firstSentServerMs === current.sentServerMs;
    const again = failure.details.wasSentAgain && failure.outcome === 'wait';
    const clean = isFirst && !again ? { firstSentServerMs: undefined, sentServerMs: undefined } : {};
    // What is refused for its words or board was refused at first as well; a picture may be taken once and not again.
    if (failure.details.wasSentAgain && addressRefused.has(failure.code)) return lostChange(context, current);
    if (current.wantsUndo) return again ? lostChange(context, current) : endedChange(context, current, 'undone');
    if (pause) {
      const doubt = again && { sentAgain: true, lostServerMs: serverNow(context, current) };
      return { job: { ...clean, ...doubt, state: 'waiting', reason: failure.code, dueAtMs: pause.untilMs ?? 0 } };
    }
    if (addressRefused.has(failure.code) && !current.wantsBytes) {
      return { job: { ...clean, state: 'waiting', wantsBytes: true, dueAtMs: ports.clock.now() } };
    }
    return { job: { ...clean, state: 'failed', reason: failure.code } };
  });
}

/** The answer is not known and may never be: from now the board is looked at. */
export function lostChange(context: Context, job: Job): Change {
  return {
    job: {
      state: 'unknown',
      losses: job.losses + 1,
      looks: 0,
      lostServerMs: serverNow(context, job),
      dueAtMs: context.ports.clock.now() + firstLookMs,
      reason: undefined,
    },
  };
}

/** Pinterest said to wait, but the browser had sent the request twice: the first may have been done. */
export function doubtChange({ ports }: Context, job: Job): Change {
  const losses = job.losses + 1;
  const dueAtMs = ports.clock.now();
  return { job: { state: 'unknown', sentAgain: undefined, losses, looks: 0, dueAtMs, reason: undefined } };
}

/** A failure as the outbox handles it; anything unforeseen while a request was out leaves its outcome unknown. */
export function asDeliveryFailure(error: unknown): DeliveryFailure {
  return error instanceof DeliveryFailure ? error : new DeliveryFailure('unknown', 'no-answer', { cause: error });
}

/** What lets go of the pin of a saved job, unless it may be another save's. */
export function goneChange({ receipts }: Context, job: Job): Change | undefined {
  if (job.state !== 'saved') return undefined;
  if (receipts.get(job.id)?.isGuess) return { job: { reason: 'undo-unsure' } };
  return { job: { state: 'undoing', dueAtMs: 0, reason: undefined } };
}

function historyOf({ ports }: Context, job: Job, wish: NonNullable<Job['wish']>): HistoryEntry {
  const url = wish.picture.url ?? '';
  const otherKeys = wish.others?.flatMap((other) => ports.pictureKey(other.url ?? '') || []);
  return {
    id: job.id,
    account: job.account,
    pictureKey: ports.pictureKey(url) ?? '',
    pictureUrl: url.startsWith('http') ? url : '',
    ...(otherKeys && { otherKeys }),
    pageUrl: wish.page.url,
    pageTitle: wish.page.title,
    title: wish.title,
    board: job.target.label,
    ...('boardId' in job.target ? { boardId: job.target.boardId } : {}),
    savedAtMs: ports.clock.now(),
    outcome: 'saved',
  };
}
