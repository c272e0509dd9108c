import { expect, test } from 'vitest';
import { readRateHeaders } from './rate-headers.ts';

const nowMs = Date.UTC(2026, 2, 1);
const read = (headers: Record<string, string>) => readRateHeaders(new Headers(headers), nowMs);

test('a compound limit gives the one nearest exhaustion and every policy', () => {
  const header = '60, 100;w=1;name="safety_net_app_id_user_id", 60;w=60;name="org_analytics_app_id_user_id"';
  expect(read({ 'x-ratelimit-limit': header })).toMatchObject({
    limit: 60,
    policies: [
      { limit: 100, windowMs: 1_000, name: 'safety_net_app_id_user_id' },
      { limit: 60, windowMs: 60_000, name: 'org_analytics_app_id_user_id' },
    ],
  });
});

test('a plain limit is a limit without policies', () => {
  expect(read({ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '7' })).toMatchObject({
    limit: 100,
    remaining: 7,
    policies: [],
  });
});

test.each([
  ['x-ratelimit-reset', '42', 'resetAtMs'],
  ['x-ratelimit-reset', String(nowMs / 1000 + 42), 'resetAtMs'],
  ['retry-after', '42', 'retryAtMs'],
  ['retry-after', new Date(nowMs + 42_000).toUTCString(), 'retryAtMs'],
] as const)('%s: %s is 42 seconds from now', (name, value, field) => {
  expect(read({ [name]: value })[field]).toBe(nowMs + 42_000);
});

test("a date counts by the server's clock, not by ours", () => {
  const headers = new Headers({ 'retry-after': new Date(nowMs + 42_000).toUTCString() });
  const slowNowMs = nowMs - 24 * 3600_000;
  expect(readRateHeaders(headers, slowNowMs, nowMs).retryAtMs).toBe(slowNowMs + 42_000);
});

test.each(['-5', '1.5', 'soon', '', '1e9', '9'.repeat(30)])('“%s” is no time', (value) => {
  expect(read({ 'retry-after': value, 'x-ratelimit-reset': value })).toMatchObject({
    retryAtMs: undefined,
    resetAtMs: undefined,
  });
});
