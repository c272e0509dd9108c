const firstMs = 1_000;
const mostMs = 5 * 60_000;

/**
 * How long to wait where the server gives no time: exponential with full jitter, in milliseconds.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * @param attempt 0 after the first failure
 */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(mostMs, firstMs * 2 ** attempt));
}
