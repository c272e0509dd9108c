import * as z from 'zod/mini';
import type { Clock, PinterestPort, SessionStore } from './ports.ts';

const Known = z.object({ offsetMs: z.optional(z.number()), zoneMs: z.number() });
const key = 'server-time';
const quarterMs = 15 * 60_000;

/** Pinterest's clock, told from this computer's by the `Date` of its answers. */
export interface ServerTime {
  load(): Promise<void>;
  /** `undefined` before any answer of this browser session was seen. */
  nowMs(pinterest: PinterestPort): number | undefined;
  /** The same, at the price of one cheap request when nothing is known yet. */
  askMs(pinterest: PinterestPort, signal: AbortSignal): Promise<number>;
  /** A pin's time, put right by what own answers showed. */
  ofPinMs(createdServerMs: number): number;
  /**
   * Learns from a pin made just now. `created_at` names no zone; it is read as UTC until an answer shows otherwise, by
   * whole quarters of an hour.
   */
  learn(pinterest: PinterestPort, createdServerMs: number): Promise<void>;
}

export function createServerTime(clock: Clock, session: SessionStore): ServerTime {
  let offsetMs: number | undefined;
  let zoneMs = 0;
  const nowMs = (pinterest: PinterestPort) => {
    offsetMs = pinterest.serverOffsetMs() ?? offsetMs;
    return offsetMs === undefined ? undefined : clock.now() + offsetMs;
  };
  const keep = () => session.set(key, { offsetMs, zoneMs });
  return {
    async load() {
      const known = Known.safeParse(await session.get(key));
      if (known.success) ({ offsetMs, zoneMs } = { offsetMs: known.data.offsetMs, zoneMs: known.data.zoneMs });
    },
    nowMs,
    async askMs(pinterest, signal) {
      const known = nowMs(pinterest);
      if (known !== undefined) return known;
      await pinterest.readClock(signal);
      const read = nowMs(pinterest) ?? clock.now();
      await keep();
      return read;
    },
    ofPinMs: (createdServerMs) => createdServerMs - zoneMs,
    async learn(pinterest, createdServerMs) {
      const before = { offsetMs, zoneMs };
      const now = nowMs(pinterest);
      if (now === undefined || !Number.isFinite(createdServerMs)) return;
      zoneMs = Math.round((createdServerMs - now) / quarterMs) * quarterMs;
      const drift = Math.abs((offsetMs ?? 0) - (before.offsetMs ?? Number.POSITIVE_INFINITY));
      if (zoneMs !== before.zoneMs || drift > 1000) await keep();
    },
  };
}
