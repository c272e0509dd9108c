import type { Context } from './context.ts';
import type { Delivery } from './deliver.ts';
import type { Job } from './job.ts';
import { readyLoad, sendingChange, transmit } from './send.ts';

/**
 * One strict write and the request, for a job that nothing holds back: gives the job once it is written, while its
 * request is under way, or nothing when something does hold it back. @throws Failure, the store's
 */
export async function sendAtOnce(context: Context, delivery: Delivery, job: Job): Promise<Job | undefined> {
  const { ports, ledger, pauses, serverTime } = context;
  const load = readyLoad(context, job);
  const isMade = 'boardId' in job.target && !('newSection' in job.target);
  if (!load || !isMade || job.dueAtMs > job.addedAtMs || !delivery.isIdle(job.lane)) return undefined;
  if (pauses.of(job.account) || serverTime.nowMs(ports.pinterest(job.account)) === undefined) return undefined;
  const sending = { ...job, ...sendingChange(context, job, load).job };
  const { promise, resolve, reject } = Promise.withResolvers<Job | undefined>();
  delivery
    .begin(job.lane, async () => {
      try {
        await ledger.add([{ job: sending }]);
      } catch (error) {
        reject(error);
        return;
      }
      resolve(sending);
      await transmit(context, sending, load);
    })
    .then(() => resolve(undefined), reject);
  return promise;
}
