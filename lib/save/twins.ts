import { type Context, pinterestOf } from './context.ts';
import { type Evidence, leastLooks, settleMs } from './decide.ts';
import type { Job } from './job.ts';
import { nextLookMs } from './look-times.ts';
import { looksAlike, printOfPin } from './lookalike.ts';
import type { Receipt } from './receipts.ts';
import { gather } from './reconcile.ts';
import { clockSlackMs } from './run.ts';
import { asDeliveryFailure } from './settle.ts';
import { isWatched, maybeSamePicture } from './watched.ts';

/**
 * The pins that came of the same request as a save's own: made since its first attempt, with its words and its very
 * picture, and more of them than other saves account for. Pure; docs/outbox.md tells why nothing else can have made
 * them.
 */
export function twinsOf(evidence: Evidence, receipt: Receipt | undefined): string[] {
  const { job, run, pins, claimedPins, claimedJobs, rewritten } = evidence;
  const { print } = job;
  const nameless = run.others.filter(
    (other) => !claimedJobs.has(other.id) && looksAlike(print, other.print, rewritten),
  );
  // As many pins of one picture as other saves can have made at most; without a receipt this one has one of them.
  const expected = receipt
    ? nameless.filter((other) => maybeSamePicture(print, other.print)).length
    : mostOfOnePicture([job, ...nameless]);
  const alike = pins.filter(
    (pin) =>
      pin.isOwner &&
      pin.pictureUrl !== '' &&
      pin.createdServerMs >= run.sinceServerMs &&
      !claimedPins.has(pin.id) &&
      (!receipt || pin.pictureUrl === receipt.pictureUrl) &&
      looksAlike(print, printOfPin(pin, print.parentPinId !== undefined), rewritten),
  );
  const since = (job.firstSentServerMs ?? 0) - clockSlackMs;
  const until = (job.lostServerMs ?? 0) + settleMs + clockSlackMs;
  return [...Map.groupBy(alike, ({ pictureUrl }) => pictureUrl).values()].flatMap((same) =>
    same
      .filter(({ createdServerMs }) => createdServerMs >= since && createdServerMs <= until)
      .toSorted((one, other) => other.createdServerMs - one.createdServerMs)
      .slice(0, Math.max(0, same.length - expected))
      .map(({ id }) => id),
  );
}

/** How many of the saves show one picture, at most. */
function mostOfOnePicture(jobs: readonly Job[]): number {
  const counts = [...Map.groupBy(jobs, ({ print }) => print.picture)].map(
    ([name, same]) => [name, same.length] as const,
  );
  const unnamed = counts.find(([name]) => name === undefined)?.[1] ?? 0;
  return unnamed + Math.max(0, ...counts.filter(([name]) => name !== undefined).map(([, count]) => count));
}

/**
 * Looks once for second pins of a save, and takes them back; of a save that is being undone its own as well. Ends the
 * watch when the settle time is over.
 */
export async function lookForTwins(context: Context, job: Job): Promise<void> {
  const { ledger, receipts, ports, pauses, signal } = context;
  const pinterest = pinterestOf(context, job);
  let isOver = false;
  let againMs: number | undefined;
  try {
    const evidence = await gather(context, job);
    const { nowServerMs, looks } = evidence;
    const receipt = receipts.get(job.id);
    isOver = looks >= leastLooks && nowServerMs - (job.lostServerMs ?? 0) >= settleMs;
    // After a restart a reading may still show what was deleted before it, and then the last pin would go.
    const fresh = receipt || isOver ? twinsOf(evidence, receipt) : [];
    const twins = [...(receipt?.twins ?? []), ...fresh];
    if (receipt && fresh.length > 0) await receipts.put(job.id, { ...receipt, twins });
    const wanted = receipt && job.state === 'undoing' ? [receipt.pinId, ...twins] : twins;
    const there = wanted.filter((pinId) => evidence.pins.some(({ id }) => id === pinId));
    if (there.length > 0) {
      isOver = false;
      await ledger.update(job.id, (current) =>
        isWatched(current) ? { job: { lostServerMs: nowServerMs } } : undefined,
      );
    }
    for (const pinId of there) await pinterest.deletePin(pinId, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const failure = asDeliveryFailure(error);
    // The board is gone, or may not be read or changed: nothing more can be done here.
    isOver = failure.outcome === 'refused';
    if (failure.outcome === 'wait') againMs = (await pauses.start(job.account, failure)).untilMs;
  }
  await ledger.update(job.id, (current) => {
    if (!isWatched(current)) return undefined;
    if (isOver) return { job: { sentAgain: undefined, dueAtMs: 0 } };
    const looks = current.looks + 1;
    return { job: { looks, dueAtMs: againMs ?? ports.clock.now() + nextLookMs(looks) } };
  });
}
