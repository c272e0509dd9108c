import { TransportFailure } from './failure.ts';

/** Time as the program sees it: real in the browser, virtual in tests. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`; rejects with `stopped` when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The failure of work that its owner stopped before anything was sent. */
export function stoppedBeforeSending(signal: AbortSignal): TransportFailure {
  return new TransportFailure('stopped', 'wait', 'stopped before it was sent', { cause: signal.reason });
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(stoppedBeforeSending(signal));
      const onAbort = () => {
        clearTimeout(timer);
        if (signal) reject(stoppedBeforeSending(signal));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};

/** The result of shared work, unless this caller is stopped first; the work itself goes on. */
export async function unlessStopped<Result>(work: Promise<Result>, signal?: AbortSignal): Promise<Result> {
  if (!signal) return work;
  if (signal.aborted) throw stoppedBeforeSending(signal);
  const ended = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(stoppedBeforeSending(signal)), { signal: ended.signal });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    ended.abort();
  }
}
