import { type Context, pinterestOf } from './context.ts';
import type { Job } from './job.ts';
import type { Material, VideoStep } from './ports.ts';

/**
 * Puts a video's file where Pinterest takes it. All of it may be done again after an interruption: the file makes no
 * pin, and one that is uploaded twice is used once. Gives nothing when the person has let go of the save meanwhile.
 */
export async function prepareVideo(context: Context, { id }: Job, videoUrl: string): Promise<Material | undefined> {
  const { ledger, ports, listen } = context;
  const letGo = new AbortController();
  const stopListening = listen(({ job }) => {
    if (job.id === id && job.state !== 'preparing') letGo.abort();
  });
  const signal = AbortSignal.any([context.signal, letGo.signal]);
  const tell = (reason: VideoStep) =>
    ledger.update(id, (job) => (job.state === 'preparing' ? { job: { reason } } : undefined));
  try {
    const job = await tell('video-reading');
    if (!job?.wish) return undefined;
    const file = (job.hasBytes ? await ledger.bytes(id) : undefined) ?? (await readAndKeep());
    const mediaId = await pinterestOf(context, job).uploadVideo(file, (step) => void tell(step), signal);
    // A cover that Pinterest could not fetch is not tried again.
    const coverUrl = job.wantsBytes ? undefined : ports.addressOf(job.wish.picture);
    return { kind: 'video', mediaId, coverUrl };
  } catch (error) {
    if (letGo.signal.aborted) return undefined;
    throw error;
  } finally {
    stopListening();
  }

  /** The page may be gone at the next attempt. */
  async function readAndKeep(): Promise<Blob> {
    const bytes = await ports.readVideo(videoUrl, signal);
    await ledger.update(id, (job) => (job.state === 'preparing' ? { job: { hasBytes: true }, bytes } : undefined));
    return bytes;
  }
}
