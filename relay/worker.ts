import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { webPrimitives } from './primitives.ts';
import { memoryLimit, platformLimit, type RateLimitBinding } from './rate-limit.ts';
import { buildRelay } from './relay.ts';

/** The environment variables (see config.ts) and, where it is configured, the rate limiting binding. */
interface Bindings {
  readonly RATE_LIMITER?: RateLimitBinding;
  readonly [variable: string]: unknown;
}

let app: Hono | undefined;

async function build(env: Bindings): Promise<Hono> {
  const config = readConfig(env);
  const relay = await buildRelay(config, {
    fetch: (input, init) => fetch(input, init),
    now: Date.now,
    limit: env.RATE_LIMITER ? platformLimit(env.RATE_LIMITER) : memoryLimit(config.REQUESTS_PER_MINUTE, Date.now),
    primitives: webPrimitives,
    report: (failure) => console.warn(JSON.stringify(failure)),
  });
  return createApp(relay, (c) => c.req.header('CF-Connecting-IP'));
}

/** The relay on Cloudflare's workerd: built at an isolate's first request, because only that has the environment. */
export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    // Two first requests may both build; the first to finish stays.
    const built = app ?? (await build(env));
    app ??= built;
    return app.fetch(request);
  },
};
