/** The server's clock. Everything that Pinterest stamps, expires or limits goes by it. */
export interface Clock {
  /** Milliseconds since the epoch, as the server believes. */
  now(): number;
  /** Moves the clock on, for tests that must not wait. */
  advance(ms: number): void;
  /** Sets how far the server's clock is ahead of the one it was given. */
  setOffset(ms: number): void;
}

export function createClock(base: () => number): Clock {
  let offsetMs = 0;
  return {
    now: () => base() + offsetMs,
    advance: (ms) => {
      offsetMs += ms;
    },
    setOffset: (ms) => {
      offsetMs = ms;
    },
  };
}
