import type { Clock } from '../../lib/save/ports.ts';

interface Timer {
  atMs: number;
  order: number;
  fire: () => void;
}

/** Time that passes only when nothing else is left to do. */
export interface VirtualClock {
  now(): number;
  at(atMs: number, fire: () => void): () => void;
  /** Runs until no timer is left before `untilMs`, or `isOver` says so. */
  run(untilMs: number, isOver?: () => boolean): Promise<void>;
  /** A clock for the code under test, `offsetMs` off. */
  shifted(offsetMs: number): Clock;
}

/** While `isBusy` says so, something real is under way (a request), and no time passes. */
export function createVirtualClock(startMs = Date.UTC(2026, 0, 1), isBusy = () => false): VirtualClock {
  let nowMs = startMs;
  let order = 0;
  const timers = new Set<Timer>();

  const at = (atMs: number, fire: () => void) => {
    const timer = { atMs: Math.max(atMs, nowMs), order: order++, fire };
    timers.add(timer);
    return () => timers.delete(timer);
  };

  return {
    now: () => nowMs,
    at,
    async run(untilMs, isOver = () => false) {
      for (;;) {
        do await microtasks();
        while (isBusy());
        if (isOver()) return;
        const next = earliest(timers);
        if (!next || next.atMs > untilMs) break;
        timers.delete(next);
        nowMs = next.atMs;
        next.fire();
      }
      nowMs = Math.max(nowMs, untilMs);
    },
    shifted: (offsetMs) => ({
      now: () => nowMs + offsetMs,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) return resolve();
          const cancel = at(nowMs + ms, resolve);
          signal.addEventListener('abort', () => {
            cancel();
            resolve();
          });
        }),
    }),
  };
}

function earliest(timers: Iterable<Timer>): Timer | undefined {
  let best: Timer | undefined;
  for (const timer of timers) {
    if (!best || timer.atMs < best.atMs || (timer.atMs === best.atMs && timer.order < best.order)) best = timer;
  }
  return best;
}

/** Everything that can go on without time passing has gone on. */
function microtasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
