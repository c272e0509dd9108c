import { type Clock, stoppedBeforeSending } from '../../lib/http/clock.ts';

/** Time for tests: sleeping moves it on, once nothing is in flight, so that the server sees what a real one would. */
export function virtualTime(fetch: typeof globalThis.fetch, startMs = Date.UTC(2026, 2, 1)) {
  let nowMs = startMs;
  let inFlight = 0;
  const idle = async () => {
    do await new Promise(setImmediate);
    while (inFlight > 0);
  };
  const clock: Clock = {
    now: () => nowMs,
    async sleep(ms, signal) {
      await idle();
      if (signal?.aborted) throw stoppedBeforeSending(signal);
      nowMs += ms;
    },
  };
  const countedFetch: typeof fetch = async (...request) => {
    inFlight++;
    try {
      return await fetch(...request);
    } finally {
      inFlight--;
    }
  };
  return { clock, fetch: countedFetch };
}
