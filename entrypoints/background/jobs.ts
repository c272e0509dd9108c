import type { JobView } from '../../lib/messages/views.ts';
import type { Job } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';

/** What was known of a save when it was asked for; the outbox lets go of it once the save is settled. */
export type JobFace = Pick<JobView, 'title' | 'link' | 'thumbnailUrl'>;

/** A job as pages and toasts show it. */
export function viewOf(job: Job, outbox: Pick<Outbox, 'receipt'>, face?: JobFace): JobView {
  const { wish, target, reason } = job;
  const pinId = outbox.receipt(job.id)?.pinId;
  const title = wish?.title ?? face?.title ?? '';
  const link = wish ? wish.link : face?.link;
  const thumbnailUrl = wish ? wish.picture.url : face?.thumbnailUrl;
  return {
    id: job.id,
    state: job.state,
    ...(reason !== undefined && { reason }),
    ...(job.dueAtMs > 0 && job.state === 'waiting' && { retryAtMs: job.dueAtMs }),
    title,
    label: target.label,
    secret: target.secret,
    ...(link !== undefined && { link }),
    ...(thumbnailUrl !== undefined && { thumbnailUrl }),
    ...(pinId !== undefined && { pinId }),
    environment: job.account.environment,
  };
}
