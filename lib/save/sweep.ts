import { type Context, pinterestOf } from './context.ts';
import { settledStates } from './job.ts';

const keptMs = 24 * 60 * 60_000;

/** Lets go of the records of settled jobs after a day; how long that is Pinterest's clock says. */
export async function sweep(context: Context): Promise<void> {
  const { ledger, serverTime } = context;
  const old = ledger.all().filter((job) => {
    if (!settledStates.has(job.state) || job.settledServerMs === undefined) return false;
    const now = serverTime.nowMs(pinterestOf(context, job));
    return now !== undefined && now - job.settledServerMs > keptMs;
  });
  if (old.length > 0) await ledger.remove(old.map((job) => job.id));
}
