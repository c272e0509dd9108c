import { type Context, pinterestOf, serverNow } from './context.ts';
import { type Evidence, leastLooks, longestDoubtMs, settleMs } from './decide.ts';
import type { Job } from './job.ts';
import { nextLookMs } from './look-times.ts';
import { looksAlike, printOfPin } from './lookalike.ts';
import type { ListedPin } from './ports.ts';
import type { Receipt } from './receipts.ts';
import { gather } from './reconcile.ts';
import { clockSlackMs } from './run.ts';
import { asDeliveryFailure } from './settle.ts';
import { isWatched, maybeSamePicture } from './watched.ts';

/** A board that still shows what was deleted is not looked at for ever. */
const mostLooks = 24;
/**
 * Without a receipt twins are told after the settle time alone, and that reading may miss one: a deletion moves the pages
 * of a list that is being read. So there is one more.
 */
const againMs = 5_000;

/**
 * The pins that came of the same request as a save's own: made since its latest attempt, with its words and its very
 * picture, and more of them than other saves account for. Pure; docs/outbox.md tells why nothing else can have made
 * them.
 */
export function twinsOf(evidence: Evidence, receipt: Receipt | undefined, isSettled: boolean): string[] {
  const { job, run, pins, claimedPins, claimedJobs, rewritten } = evidence;
  const { print } = job;
  const nameless = run.others.filter(
    (other) => !claimedJobs.has(other.id) && !wasUndoneBefore(other, job) && looksAlike(print, other.print, rewritten),
  );
  const beside = nameless.filter((other) => !wasSettledBefore(other, job));
  const alike = pins.filter(
    (pin) =>
      pin.isOwner &&
      pin.pictureUrl !== '' &&
      pin.createdServerMs >= run.sinceServerMs &&
      !claimedPins.has(pin.id) &&
      looksAlike(print, printOfPin(pin, print.parentPinId !== undefined), rewritten),
  );
  const groups = Map.groupBy(alike, ({ pictureUrl }) => pictureUrl);
  // The pin that stays must be seen: a person who deleted it by hand means to keep the other.
  const isThere = job.state === 'undoing' || pins.some(({ id }) => id === receipt?.pinId);
  if (receipt?.isFound === false) {
    const others = beside.filter((other) => maybeSamePicture(print, other.print));
    return isThere ? surplus(job, groups.get(receipt.pictureUrl ?? '') ?? [], others.length) : [];
  }
  // Nobody knows which of the pins is this save's. More pictures than these saves have: somebody else uses their words.
  const shown = groups.size + (receipt && !groups.has(receipt.pictureUrl ?? '') ? 1 : 0);
  const saves = [job, ...nameless];
  if (shown > byPicture(saves).length) return [];
  const most = mostOfOnePicture(job, saves, shown);
  return [...groups].flatMap(([url, same]) => {
    // A reading may show what was deleted before the browser died: without the time for that the last pin would go.
    if (url !== receipt?.pictureUrl) return isSettled ? surplus(job, same, most) : [];
    return isThere ? surplus(job, same, most - 1) : [];
  });
}

/** A board that cannot be read tells nothing certain any more. */
function isOld(context: Context, job: Job): boolean {
  return (serverNow(context, job) ?? 0) - (job.sentServerMs ?? 0) > longestDoubtMs;
}

/**
 * How many of the saves can have pins of the same one of `shown` pictures, as new as the job's. When as many are shown as
 * their addresses tell apart, each is another; else some may be the same, and every other picture has one save at least.
 */
function mostOfOnePicture(job: Job, saves: readonly Job[], shown: number): number {
  const done = saves.filter(({ state }) => state === 'saved' || state === 'undoing');
  for (const groups of [byPicture(done), byPicture(saves)]) {
    if (groups.length !== shown) continue;
    return Math.max(...groups.map((same) => same.filter((one) => !wasSettledBefore(one, job)).length));
  }
  return saves.length - shown + 1;
}

/** Saves by what their addresses tell apart; one without an address is another. */
function byPicture(saves: readonly Job[]): Job[][] {
  return [...Map.groupBy(saves, ({ id, print }) => print.picture ?? id).values()];
}

/** Its pin is older than any that the job's latest request can have made. */
function wasSettledBefore({ settledServerMs }: Job, { sentServerMs = 0 }: Job): boolean {
  return settledServerMs !== undefined && settledServerMs + clockSlackMs < sentServerMs - clockSlackMs;
}

/** It has no pin, and had none since before the job was first sent. */
function wasUndoneBefore({ state, settledServerMs }: Job, { firstSentServerMs = 0 }: Job): boolean {
  return state === 'undone' && settledServerMs !== undefined && settledServerMs < firstSentServerMs;
}

/**
 * Of pins of one picture those that are too many: the newest of them that the job's latest request can have made. In any
 * order of the list the same ones.
 */
function surplus(job: Job, same: readonly ListedPin[], expected: number): string[] {
  const since = (job.sentServerMs ?? 0) - clockSlackMs;
  const until = (job.lostServerMs ?? 0) + settleMs + clockSlackMs;
  // What is expected may be a little older than the window.
  const near = same.filter(
    ({ createdServerMs }) => createdServerMs >= since - clockSlackMs && createdServerMs <= until,
  );
  return near
    .filter(({ createdServerMs }) => createdServerMs >= since)
    .toSorted((one, other) => other.createdServerMs - one.createdServerMs || (one.id < other.id ? 1 : -1))
    .slice(0, Math.max(0, near.length - expected))
    .map(({ id }) => id);
}

/**
 * Looks once for second pins of a save, and takes them back; of a save that is being undone its own as well. Ends the
 * watch when the settle time is over.
 */
export async function lookForTwins(context: Context, job: Job): Promise<void> {
  const { ledger, receipts, ports, pauses, signal } = context;
  const pinterest = pinterestOf(context, job);
  let isOver = false;
  let pausedUntilMs: number | undefined;
  let { lostServerMs } = job;
  try {
    const evidence = await gather(context, job);
    const { nowServerMs, looks } = evidence;
    const receipt = receipts.get(job.id);
    // A worker that died with the answer leaves no time: the first reading is the first to tell it.
    lostServerMs ??= nowServerMs;
    const watchedMs = looks >= leastLooks ? nowServerMs - lostServerMs : 0;
    const isSettled = watchedMs >= settleMs;
    isOver = watchedMs >= (receipt ? settleMs : settleMs + againMs);
    const fresh = twinsOf({ ...evidence, job: { ...job, lostServerMs } }, receipt, isSettled);
    const twins = [...(receipt?.twins ?? []), ...fresh];
    if (receipt && fresh.length > 0) await receipts.put(job.id, { ...receipt, twins });
    const wanted = receipt && job.state === 'undoing' ? [receipt.pinId, ...twins] : twins;
    const there = wanted.filter((pinId) => evidence.pins.some(({ id }) => id === pinId));
    if (looks > mostLooks) isOver = true;
    else if (there.length > 0) {
      isOver = false;
      lostServerMs = nowServerMs;
      await ledger.update(job.id, (current) =>
        isWatched(current) ? { job: { lostServerMs: nowServerMs } } : undefined,
      );
    }
    for (const pinId of there) await pinterest.deletePin(pinId, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const failure = asDeliveryFailure(error);
    // The board is gone, or may not be read or changed: nothing more can be done here.
    isOver = failure.outcome === 'refused' || (job.looks > mostLooks && isOld(context, job));
    if (failure.outcome === 'wait') pausedUntilMs = (await pauses.start(job.account, failure)).untilMs;
  }
  await ledger.update(job.id, (current) => {
    if (!isWatched(current)) return undefined;
    if (isOver) return { job: { sentAgain: undefined, dueAtMs: 0 } };
    const looks = current.looks + 1;
    return { job: { looks, lostServerMs, dueAtMs: pausedUntilMs ?? ports.clock.now() + nextLookMs(looks) } };
  });
}
