import { Failure } from '../failure.ts';
import { addressesOf, picturesOf, prepareAlbum, unpacked } from './album.ts';
import { type Context, pinterestOf, serverNow } from './context.ts';
import { type Job, sectionOf } from './job.ts';
import type { Change } from './ledger.ts';
import { DeliveryFailure, type MadePin, type Material } from './ports.ts';
import { asDeliveryFailure, doubtChange, settleFailure, settleSaved } from './settle.ts';
import { makeTarget } from './targets.ts';
import { prepareVideo } from './video.ts';

/** What a save of an existing Pin needs instead of a picture. */
type Load = Material | { kind: 'pin'; pinId: string };

/** What can be sent without looking at anything first; `undefined` when something has to be prepared. */
export function readyLoad(context: Context, { wish, hasBytes, wantsBytes }: Job): Load | undefined {
  if (!wish) return undefined;
  if (wish.picture.pinId !== undefined) return { kind: 'pin', pinId: wish.picture.pinId };
  if (wish.picture.videoUrl !== undefined) return undefined;
  // Where bytes are at hand they tell what the address does not.
  const urls = hasBytes || wantsBytes ? undefined : addressesOf(context.ports, picturesOf(wish));
  const [url, ...others] = urls ?? [];
  if (!urls || url === undefined) return undefined;
  return others.length > 0 ? { kind: 'urls', urls } : { kind: 'url', url };
}

/** Takes a waiting job through one attempt; returns when it is waiting again, settled, failed or unknown. */
export async function send(context: Context, waiting: Job): Promise<void> {
  const { ledger, serverTime, signal } = context;
  if (!('boardId' in waiting.target) || 'newSection' in waiting.target) return makeTarget(context, waiting);
  if (waiting.sentAgain) {
    await ledger.update(waiting.id, (job) => (job.state === 'waiting' ? doubtChange(context, job) : undefined));
    return;
  }
  try {
    const load = readyLoad(context, waiting) ?? (await prepare(context, waiting));
    if (!load) return;
    await serverTime.askMs(pinterestOf(context, waiting), signal);
    const sending = await ledger.update(waiting.id, (job) =>
      job.state === 'waiting' || job.state === 'preparing' ? sendingChange(context, job, load) : undefined,
    );
    if (sending) await transmit(context, sending, load);
  } catch (error) {
    await notSent(context, waiting, error);
  }
}

/** A job as it is from the moment before its request. */
export function sendingChange(context: Context, job: Job, load: Load): Change {
  const now = serverNow(context, job);
  return {
    job: {
      state: 'sending',
      attempts: job.attempts + 1,
      firstSentServerMs: job.firstSentServerMs ?? now,
      sentServerMs: now,
      reason: undefined,
      lost: load.kind === 'bytes' ? load.lost : undefined,
    },
  };
}

/** Sends what is written as `sending`, and writes what became of it. */
export async function transmit(context: Context, job: Job, load: Load): Promise<void> {
  let pin: MadePin;
  try {
    pin = await request(context, job, load);
  } catch (error) {
    if (context.signal.aborted) return;
    return settleFailure(context, job.id, asDeliveryFailure(error));
  }
  await settleSaved(context, job.id, pin, { answer: pin });
}

function request(context: Context, job: Job, load: Load): Promise<MadePin> {
  const pinterest = pinterestOf(context, job);
  const { target, wish } = job;
  if (!('boardId' in target) || !wish) throw new DeliveryFailure('refused', 'board-not-found');
  const place = { boardId: target.boardId, sectionId: sectionOf(target), isSecret: target.secret };
  if (load.kind === 'pin') return pinterest.savePin(load.pinId, place, context.signal);
  const { title, description, altText, link } = wish;
  return pinterest.createPin({ title, description, altText, link, ...place, material: load }, context.signal);
}

/** Reads, checks or re-encodes the picture; the job's bytes are in memory for this attempt only. */
async function prepare(context: Context, waiting: Job): Promise<Load | undefined> {
  const { ledger, ports, signal } = context;
  const job = await ledger.update(waiting.id, (current) =>
    current.state === 'waiting' ? { job: { state: 'preparing' } } : undefined,
  );
  if (!job?.wish) return undefined;
  if (job.wish.picture.videoUrl !== undefined) return prepareVideo(context, job, job.wish.picture.videoUrl);
  const bytes = job.hasBytes ? await ledger.bytes(job.id) : undefined;
  const { target, wish, wantsBytes } = job;
  const pictures = unpacked(wish, bytes);
  const [picture = wish.picture, ...others] = pictures;
  const options = { isSecret: target.secret, pageUrl: wish.page.url, signal };
  if (others.length > 0) return prepareAlbum(ports, job, pictures, options);
  return ports.prepare(picture, { ...options, forceBytes: wantsBytes });
}

/** Nothing was sent: the job waits for what stopped it, or fails with its name. */
async function notSent(context: Context, { id, hasBytes }: Job, error: unknown): Promise<void> {
  const { ledger, pauses, signal } = context;
  const job = ledger.get(id);
  if (signal.aborted || !job || (job.state !== 'waiting' && job.state !== 'preparing')) throw error;
  if (!(error instanceof Failure) || error.code.startsWith('storage-')) throw error;
  const mayWait = error instanceof DeliveryFailure && error.outcome !== 'refused';
  const pause = mayWait ? await pauses.start(job.account, error) : undefined;
  await ledger.update(id, (current) => {
    if (current.state !== 'waiting' && current.state !== 'preparing') return undefined;
    // The bytes came meanwhile.
    if (current.hasBytes && !hasBytes) return { job: { state: 'waiting' } };
    return pause
      ? { job: { state: 'waiting', reason: error.code, dueAtMs: pause.untilMs ?? 0 } }
      : { job: { state: 'failed', reason: error.code } };
  });
}
