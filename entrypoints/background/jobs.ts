import type { JobView } from '../../lib/messages/views.ts';
import type { Job } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';
import type { Face } from './faces.ts';

/** A job as pages and toasts show it. */
export function viewOf(job: Job, outbox: Pick<Outbox, 'receipt'>, face?: Face): JobView {
  const { wish, target, reason } = job;
  const pinId = outbox.receipt(job.id)?.pinId;
  const link = wish ? wish.link : face?.link;
  const thumbnailUrl = wish ? wish.picture.url : face?.thumbnailUrl;
  return {
    id: job.id,
    state: job.state,
    ...(reason !== undefined && { reason }),
    ...(job.dueAtMs > 0 && job.state === 'waiting' && { retryAtMs: job.dueAtMs }),
    title: wish?.title ?? face?.title ?? '',
    label: target.label,
    secret: target.secret,
    ...(link !== undefined && { link }),
    ...(thumbnailUrl !== undefined && { thumbnailUrl }),
    ...(pinId !== undefined && { pinId }),
    ...(job.lost === 'animation' && { isStill: true }),
    environment: job.account.environment,
    connectionId: job.account.connection,
  };
}
