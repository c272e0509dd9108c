import { describe, expect, it } from 'vitest';
import { addressKey, memoryLimit, oncePerState } from './rate-limit.ts';

describe('the limit per address', () => {
  it('refuses what goes beyond it and starts anew a minute later', async () => {
    let now = 0;
    const limit = memoryLimit(2, () => now);
    expect([await limit('a'), await limit('a'), await limit('a'), await limit('b')]).toEqual([true, true, false, true]);
    now = 60_000;
    expect(await limit('a')).toBe(true);
  });

  it('counts a flow once when the browser asks for the same authorization URL twice', async () => {
    const count = oncePerState(memoryLimit(2, () => 0));
    expect([await count('a', 's1'), await count('a', 's1'), await count('a', 's2'), await count('a', 's2')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await count('a', 's3')).toBe(false);
  });

  it('is not escaped by repeating one state for ever', async () => {
    const count = oncePerState(memoryLimit(2, () => 0));
    const answers = [];
    for (let i = 0; i < 20; i += 1) answers.push(await count('a', 's'));
    expect(answers.filter(Boolean)).toHaveLength(8);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ])('knows %s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
