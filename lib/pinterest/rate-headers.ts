/** One limit of a compound header: `1000;w=60;name="org_read_app_id_user_id"`. */
export interface Policy {
  limit: number;
  windowMs?: number | undefined;
  name?: string | undefined;
}

/** What an answer says about rate limits. Times are local milliseconds since 1970. */
export interface RateHeaders {
  /** The limit nearest to exhaustion. */
  limit?: number | undefined;
  remaining?: number | undefined;
  resetAtMs?: number | undefined;
  retryAtMs?: number | undefined;
  policies: Policy[];
}

/** A number of seconds from this size on is a moment (2001 and later), not a duration. */
const earliestUnixSeconds = 1_000_000_000;
const longestWaitMs = 31 * 24 * 3600_000;

/**
 * Reads `x-ratelimit-*`, plain or compound (`60, 100;w=1;name="…", 60;w=60;name="…"`: the first number is the limit
 * nearest exhaustion, as in Envoy's draft-03 headers), and `Retry-After` in seconds or as a date. Anything else is
 * as if it were absent.
 * @param serverNowMs the server's time, for dates
 */
export function readRateHeaders(headers: Headers, nowMs: number, serverNowMs: number = nowMs): RateHeaders {
  const parts = (headers.get('x-ratelimit-limit') ?? '').split(',');
  const policies = parts.slice(1).flatMap(readPolicy);
  const reset = wholeNumber(first(headers.get('x-ratelimit-reset')));
  return {
    limit: wholeNumber(parts[0]?.split(';')[0]),
    remaining: wholeNumber(first(headers.get('x-ratelimit-remaining'))),
    resetAtMs: reset === undefined ? undefined : nowMs + waitFor(reset, serverNowMs),
    retryAtMs: readRetryAfter(headers.get('retry-after'), nowMs, serverNowMs),
    policies,
  };
}

function readPolicy(part: string): Policy[] {
  const [limitText, ...parameters] = part.split(';');
  const limit = wholeNumber(limitText);
  if (limit === undefined) return [];
  const windowSeconds = wholeNumber(parameters.find((each) => /^\s*w=/.test(each))?.split('=')[1]);
  const name = parameters.find((each) => /^\s*name=/.test(each))?.split('=')[1];
  return [
    {
      limit,
      windowMs: windowSeconds && windowSeconds * 1000 <= longestWaitMs ? windowSeconds * 1000 : undefined,
      name: name?.trim().replaceAll('"', ''),
    },
  ];
}

function readRetryAfter(text: string | null, nowMs: number, serverNowMs: number): number | undefined {
  if (text === null) return undefined;
  const seconds = wholeNumber(text);
  if (seconds !== undefined) return nowMs + waitFor(seconds, serverNowMs);
  const date = /^[A-Za-z]{3},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : nowMs + clamp(date - serverNowMs);
}

function waitFor(seconds: number, serverNowMs: number): number {
  return clamp(seconds >= earliestUnixSeconds ? seconds * 1000 - serverNowMs : seconds * 1000);
}

function clamp(ms: number): number {
  return Math.min(Math.max(ms, 0), longestWaitMs);
}

function first(text: string | null): string | undefined {
  return text?.split(/[,;]/)[0];
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*\d{1,15}\s*$/.test(text)) return undefined;
  return Number(text);
}
