import { BoundedMap } from './bounded-map.ts';

/** Whether one more request by `key` is within the limit. */
export type Limit = (key: string) => Promise<boolean>;

/** Cloudflare's rate limiting binding. */
export interface RateLimitBinding {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

const WINDOW_MS = 60_000;
const MAX_KEYS = 10_000;
const FREE_REPEATS = 3;

/** The platform's own counter, shared by all isolates of one place. */
export function platformLimit(binding: RateLimitBinding): Limit {
  return async (key) => (await binding.limit({ key })).success;
}

/** A counter in this process, for Node: at most `perMinute` requests a minute for each of the last 10,000 keys. */
export function memoryLimit(perMinute: number, now: () => number): Limit {
  const windows = new BoundedMap<{ endsAt: number; count: number }>(MAX_KEYS);
  return async (key) => {
    const current = windows.get(key);
    if (current && now() < current.endsAt) {
      current.count += 1;
      return current.count <= perMinute;
    }
    windows.set(key, { endsAt: now() + WINDOW_MS, count: 1 });
    return true;
  };
}

/**
 * Counts a flow once although a browser may ask several times for the same authorization URL (Firefox asks
 * twice): the first three repeats of an address and state are free, later ones count like new flows.
 */
export function oncePerState(limit: Limit): (address: string, state: string) => Promise<boolean> {
  const repeats = new BoundedMap<number>(MAX_KEYS);
  return async (address, state) => {
    const key = `${address} ${state}`;
    const seen = repeats.get(key) ?? 0;
    if (seen > 0 && seen <= FREE_REPEATS) {
      repeats.set(key, seen + 1);
      return true;
    }
    const allowed = await limit(address);
    if (allowed) repeats.set(key, 1);
    return allowed;
  };
}

/** What an address counts as: an IPv6 network of 64 bits is one customer, so it is one key. */
export function addressKey(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const end = tail.split(':').filter(Boolean);
    while (groups.length + end.length < 8) groups.push('0');
    groups.push(...end);
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}
