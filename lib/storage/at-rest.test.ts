import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeAtRest } from './at-rest.ts';

describe('a value that is written at rest', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const written: string[] = [];
  const writer = () => {
    written.length = 0;
    return writeAtRest<string>(
      (value) => written.push(value),
      (value) => value.length > 3,
      250,
    );
  };

  test('is written at once when it is light', () => {
    const { put } = writer();
    put('a');
    put('ab');
    expect(written).toEqual(['a', 'ab']);
  });

  test('is written once, the latest of it, when it is heavy and keeps changing', () => {
    const { put } = writer();
    for (const value of ['four', 'fives', 'sixsix']) {
      put(value);
      vi.advanceTimersByTime(200);
    }
    expect(written).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(written).toEqual(['sixsix']);
  });

  test('a light one takes the place of a heavy one that waits', () => {
    const { put } = writer();
    put('heavy');
    put('new');
    vi.advanceTimersByTime(1000);
    expect(written).toEqual(['new']);
  });

  test('what waits is written before the page goes, and not twice', () => {
    const { put, flush } = writer();
    put('heavy');
    flush();
    flush();
    vi.advanceTimersByTime(1000);
    expect(written).toEqual(['heavy']);
  });
});
