import type { JobChanged } from './events.ts';
import { settledStates } from './job.ts';

/** Keeps the worker alive while jobs of private windows are open: they live in its memory and nowhere else. */
export function keepPrivate(keepAlive: () => () => void): (event: JobChanged) => void {
  const open = new Set<string>();
  let letGo: (() => void) | undefined;
  return ({ job }) => {
    if (!job.isIncognito) return;
    if (settledStates.has(job.state)) open.delete(job.id);
    else open.add(job.id);
    if (open.size > 0) letGo ??= keepAlive();
    else {
      letGo?.();
      letGo = undefined;
    }
  };
}
