import type { CategoryBudget } from './budget-state.ts';
import type { RateHeaders } from './rate-headers.ts';

/** Resets come in whole seconds, so a window may end up to this much later than told. */
const resetMarginMs = 1_000;
/** A window longer than this (a trial app's day) is not spread over: nobody waits minutes for one save. */
const longestSpreadMs = 120_000;
/** The first part of a window that leaves at once, so that a few saves never wait. */
const burstShare = 0.1;
/** Turns that went unused, behind a slow answer, and may be made up for at once. */
const mostMadeUp = 5;

/** A budget after `nowMs`: when the window has ended, a full one begins, if its size is known. */
export function atTime(budget: CategoryBudget, nowMs: number): CategoryBudget | undefined {
  if (nowMs < budget.resetAtMs + resetMarginMs) return budget;
  // Nothing is known any more: as at the start, a few leave and the first answer tells.
  if (!budget.windowMs) return undefined;
  return { ...budget, remaining: budget.limit, resetAtMs: nowMs + budget.windowMs, nextAtMs: nowMs };
}

/** Milliseconds until the next request may leave: 0 is now. */
export function waitMs(budget: CategoryBudget, nowMs: number): number {
  if (budget.remaining <= 0) return Math.max(1, budget.resetAtMs + resetMarginMs - nowMs);
  return isSpread(budget, nowMs) ? Math.max(0, Math.ceil(budget.nextAtMs - nowMs)) : 0;
}

/** The budget after a request left. What remains is spread evenly over what is left of the window. */
export function afterSending(budget: CategoryBudget, nowMs: number): CategoryBudget {
  const remaining = budget.remaining - 1;
  const intervalMs = isSpread(budget, nowMs)
    ? Math.max(0, budget.resetAtMs - nowMs) / Math.max(1, budget.remaining)
    : 0;
  const turnMs = Math.max(budget.nextAtMs, nowMs - mostMadeUp * intervalMs);
  return { ...budget, remaining, nextAtMs: turnMs + intervalMs };
}

/** The budget after an answer's headers, or undefined when they tell nothing and nothing was known. */
export function afterAnswer(
  known: CategoryBudget | undefined,
  headers: RateHeaders,
  nowMs: number,
  inFlight: number,
): CategoryBudget | undefined {
  const { limit, remaining, resetAtMs, policies } = headers;
  if (limit === undefined || remaining === undefined || resetAtMs === undefined) return known;
  const perSecond = policies.find(({ windowMs }) => windowMs === 1_000)?.limit;
  const policy = policies.find((each) => each.limit === limit && each.windowMs !== 1_000);
  // The per-second safety net is nearest exhaustion in a burst; it says nothing of the minute.
  if (limit === perSecond && !policy && known) return { ...known, perSecond };
  const isSameWindow = known !== undefined && Math.abs(resetAtMs - known.resetAtMs) <= 2 * resetMarginMs;
  return {
    limit,
    // In the window that we know, requests in flight are counted already; a new one may not have seen them.
    remaining: isSameWindow ? Math.min(known.remaining, remaining) : remaining - inFlight,
    resetAtMs: isSameWindow ? Math.max(known.resetAtMs, resetAtMs) : resetAtMs,
    windowMs: policy?.windowMs ?? known?.windowMs,
    perSecond: perSecond ?? known?.perSecond,
    nextAtMs: isSameWindow ? known.nextAtMs : nowMs,
    blockedUntilMs: known?.blockedUntilMs ?? 0,
    refusals: known?.refusals ?? 0,
  };
}

function isSpread(budget: CategoryBudget, nowMs: number): boolean {
  const usedShare = 1 - budget.remaining / Math.max(1, budget.limit);
  return usedShare >= burstShare && budget.resetAtMs - nowMs <= longestSpreadMs;
}
