import { type Context, pinterestOf } from './context.ts';
import { settleMs } from './decide.ts';
import type { Job } from './job.ts';
import type { DeliveryFailure, Named, PinterestPort } from './ports.ts';
import { normalise } from './print.ts';
import type { Target } from './request.ts';
import { asDeliveryFailure } from './settle.ts';

/**
 * Makes the board or section that a job names, once, and gives it to every job that names it. A board whose name is
 * taken is that board. Sections may share a name, so after a lost answer the list is read until the settle time is over.
 */
export async function makeTarget(context: Context, job: Job): Promise<void> {
  const { signal, serverTime } = context;
  const pinterest = pinterestOf(context, job);
  try {
    const now = await serverTime.askMs(pinterest, signal);
    const since = makingSince(context, job);
    const found = await findTarget(pinterest, job.target, since !== undefined, signal);
    if (found) return await shareTarget(context, job, found);
    if (since !== undefined && now - since < settleMs) return await lookAgain(context, job);
    await markMaking(context, job, now);
    await shareTarget(context, job, await make(pinterest, job.target, signal));
  } catch (error) {
    if (signal.aborted) throw error;
    await notMade(context, job, asDeliveryFailure(error));
  }
}

/** When the place was last asked for, by whichever of its jobs; `undefined` when no answer is missing. */
function makingSince({ ledger }: Context, job: Job): number | undefined {
  const times = ledger
    .lane(job.lane)
    .flatMap((other) => (sameNewPlace(other.target, job.target) ? (other.makingSinceServerMs ?? []) : []));
  return times.length === 0 ? undefined : Math.max(...times);
}

async function findTarget(
  pinterest: PinterestPort,
  target: Target,
  wasAskedFor: boolean,
  signal: AbortSignal,
): Promise<Named | undefined> {
  if ('newSection' in target) return findNamed(pinterest.listSections(target.boardId, signal), target.newSection);
  if (!('newBoard' in target) || !wasAskedFor) return undefined;
  return findNamed(pinterest.listBoards(signal), target.newBoard);
}

async function findNamed(pages: AsyncIterable<Named[]>, name: string): Promise<Named | undefined> {
  const wanted = normalise(name).toLowerCase();
  for await (const page of pages) {
    const found = page.find((item) => normalise(item.name).toLowerCase() === wanted);
    if (found) return found;
  }
  return undefined;
}

function make(pinterest: PinterestPort, target: Target, signal: AbortSignal): Promise<Named> {
  if ('newSection' in target) return pinterest.createSection(target.boardId, target.newSection, signal);
  if ('newBoard' in target) return pinterest.createBoard({ name: target.newBoard, secret: target.secret }, signal);
  throw new Error('This target is made already');
}

async function markMaking({ ledger }: Context, job: Job, makingSinceServerMs: number): Promise<void> {
  await ledger.update(job.id, (current) =>
    current.state === 'waiting' ? { job: { makingSinceServerMs } } : undefined,
  );
}

/** Every job that names the same new place goes to the one that now exists. */
async function shareTarget({ ledger }: Context, maker: Job, made: Named): Promise<void> {
  for (const sharer of ledger.lane(maker.lane)) {
    await ledger.update(sharer.id, (job) => {
      const isOpen = job.state === 'waiting' || job.state === 'failed' || job.state === 'preparing';
      const target = isOpen && sameNewPlace(job.target, maker.target) ? existing(job.target, made) : undefined;
      return target && { job: { target, makingSinceServerMs: undefined, reason: undefined } };
    });
  }
}

function sameNewPlace(one: Target, other: Target): boolean {
  if ('newSection' in one) return 'newSection' in other && normalise(one.newSection) === normalise(other.newSection);
  return 'newBoard' in one && 'newBoard' in other;
}

function existing(target: Target, { id }: Named): Target | undefined {
  const { label, secret } = target;
  if ('newSection' in target) return { boardId: target.boardId, sectionId: id, label, secret };
  return 'newBoard' in target ? { boardId: id, label, secret } : undefined;
}

/** The answer was lost: the next look finds the board or section, or makes it again. */
async function notMade(context: Context, job: Job, failure: DeliveryFailure): Promise<void> {
  if (failure.outcome === 'unknown' || failure.code === 'duplicate-board') return lookAgain(context, job);
  const pause = failure.outcome === 'wait' ? await context.pauses.start(job.account, failure) : undefined;
  await context.ledger.update(job.id, (current) => {
    if (current.state !== 'waiting') return undefined;
    return pause
      ? { job: { reason: failure.code, dueAtMs: pause.untilMs ?? 0, makingSinceServerMs: undefined } }
      : { job: { state: 'failed', reason: failure.code, makingSinceServerMs: undefined } };
  });
}

async function lookAgain({ ledger, ports }: Context, job: Job): Promise<void> {
  const dueAtMs = ports.clock.now() + 3_000;
  await ledger.update(job.id, (current) => (current.state === 'waiting' ? { job: { dueAtMs } } : undefined));
}
