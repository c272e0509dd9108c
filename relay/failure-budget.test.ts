import { describe, expect, it } from 'vitest';
import { FailureBudget } from './failure-budget.ts';

describe('the budget of upstream failures', () => {
  it('leaves refreshes their share when code exchanges have spent theirs', () => {
    const budget = new FailureBudget(() => 0);
    for (let i = 0; i < 1000; i += 1) budget.spend('authorization_code');
    expect(budget.waitMs('authorization_code')).toBe(60_000);
    expect(budget.waitMs('refresh_token')).toBe(0);
  });

  it('stops everything when all of it is spent, until the minute is over', () => {
    let now = 0;
    const budget = new FailureBudget(() => now);
    for (let i = 0; i < 120; i += 1) budget.spend('refresh_token');
    now = 20_000;
    expect([budget.waitMs('authorization_code'), budget.waitMs('refresh_token')]).toEqual([40_000, 40_000]);
    now = 60_000;
    expect([budget.waitMs('authorization_code'), budget.waitMs('refresh_token')]).toEqual([0, 0]);
  });
});
