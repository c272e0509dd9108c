import type { Settings } from './settings.ts';

export type Category = 'org_read' | 'org_write' | 'org_analytics';

/** Fixed windows per category and account, as Envoy counts them. */
export class RateLimits {
  readonly #windows = new Map<string, { startMs: number; used: number }>();

  clear(): void {
    this.#windows.clear();
  }

  /** Counts one request; gives the headers of its answer and whether it is over the limit. */
  count(category: Category, account: string, nowMs: number, limits: Settings['limits']) {
    const { limit, windowS } = limits[category];
    const windowMs = windowS * 1000;
    const startMs = Math.floor(nowMs / windowMs) * windowMs;
    const key = `${category} ${account}`;
    const known = this.#windows.get(key);
    const window = known?.startMs === startMs ? known : { startMs, used: 0 };
    this.#windows.set(key, window);
    const isOver = limits.enforced && window.used >= limit;
    if (!isOver) window.used += 1;
    const resetS = Math.ceil((startMs + windowMs - nowMs) / 1000);
    const headers: Record<string, string> = {
      'x-ratelimit-limit': `${limit}, 100;w=1;name="safety_net_app_id_user_id", ${limit};w=${windowS};name="${category}_app_id_user_id"`,
      'x-ratelimit-remaining': String(Math.max(0, limit - window.used)),
      'x-ratelimit-reset': String(limits.reset === 'unix' ? Math.ceil((startMs + windowMs) / 1000) : resetS),
    };
    if (isOver && limits.retryAfter) headers['retry-after'] = String(resetS);
    return { isOver, headers };
  }
}
