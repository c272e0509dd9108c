import { expect, test } from 'vitest';
import { deliver, limits, perMinute } from '../../tests/soak/throughput.ts';

test.each([0, 17, 45])(
  '500 saves to 10 boards use what Pinterest allows and are never refused, %i s into its minute',
  { timeout: 120_000 },
  async (seconds) => {
    const { pins, refusals, tookMs } = await deliver(500, 10, { limits }, Date.UTC(2026, 0, 1) + seconds * 1_000);
    expect({ pins, refusals }).toEqual({ pins: 500, refusals: 0 });
    expect((500 / tookMs) * 60_000).toBeGreaterThanOrEqual(0.95 * perMinute);
  },
);

test('on one board nothing is waited for but the answers', async () => {
  const { pins, tookMs, answersMs } = await deliver(60, 1, { limits });
  expect(pins).toBe(60);
  expect(tookMs).toBe(answersMs);
});
