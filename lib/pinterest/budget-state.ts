import * as z from 'zod/mini';

/** Pinterest's rate-limit categories. https://developers.pinterest.com/docs/reference/rate-limits/ */
export const Category = z.enum(['org_read', 'org_write', 'org_analytics']);
export type Category = z.infer<typeof Category>;

/** What is known of one category's budget. Times are local milliseconds since 1970. */
export const CategoryBudget = z.object({
  /** Requests that the current window takes in all. */
  limit: z.number(),
  /** Requests that it still takes, after those in flight. */
  remaining: z.number(),
  resetAtMs: z.number(),
  /** Length of a window, when the server told. */
  windowMs: z.optional(z.number()),
  /** Most requests in any second. */
  perSecond: z.optional(z.number()),
  /** When the next request of an evenly spread row may leave. */
  nextAtMs: z.number(),
  /** Nothing leaves before this: a rate limit was hit. */
  blockedUntilMs: z.number(),
  /** Rate limits hit in a row. */
  refusals: z.number(),
});
export type CategoryBudget = z.infer<typeof CategoryBudget>;

/** Everything that a budget keeps while the worker sleeps. */
export const BudgetState = z.object({
  org_read: z.optional(CategoryBudget),
  org_write: z.optional(CategoryBudget),
  org_analytics: z.optional(CategoryBudget),
});
export type BudgetState = z.infer<typeof BudgetState>;

/** Where a budget is kept while the worker sleeps (`storage.session`), one for each connection and environment. */
export interface BudgetStore {
  /** Whatever is stored; it is parsed. */
  read(): Promise<unknown>;
  write(state: BudgetState): Promise<void>;
}
