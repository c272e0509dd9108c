/**
 * The server's time, learned from its `Date` headers, so that a computer whose clock is a day off still judges expiry
 * and attempts rightly.
 */
export interface ServerClock {
  /** Server time minus local time in milliseconds; undefined until a `Date` header was seen. */
  offsetMs(): number | undefined;
  /** Server time in milliseconds since 1970; local time until a `Date` header was seen. */
  now(): number;
  observe(headers: Headers): void;
}

/** @param initialOffsetMs an offset remembered from an earlier run of the worker */
export function createServerClock(localNow: () => number, initialOffsetMs?: number): ServerClock {
  let offset = initialOffsetMs;
  return {
    offsetMs: () => offset,
    now: () => localNow() + (offset ?? 0),
    observe(headers) {
      const serverMs = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(serverMs)) offset = serverMs - localNow();
    },
  };
}
