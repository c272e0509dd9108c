import { type Context, pinterestOf } from './context.ts';
import { settledStates } from './job.ts';

const keptMs = 24 * 60 * 60_000;

/** Lets go of the records of settled jobs after a day; how long that is Pinterest's clock says. */
export async function sweep(context: Context): Promise<void> {
  const { ledger, serverTime, ports } = context;
  const old = ledger.all().filter((job) => {
    if (!settledStates.has(job.state)) return false;
    const now = serverTime.nowMs(pinterestOf(context, job));
    // What was let go of before Pinterest's time was known has stood for as long as it has by this computer's.
    const since = job.settledServerMs ?? (now ?? 0) - (ports.clock.now() - job.addedAtMs);
    return now !== undefined && now - since > keptMs;
  });
  if (old.length > 0) await ledger.remove(old.map((job) => job.id));
}
