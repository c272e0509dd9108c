import type * as z from 'zod/mini';

/** Who may send: our own pages, or our content script in a tab. */
export type Sender = 'page' | 'content';

/** One thing that may be asked of the worker: who may ask, with what. */
export function request<const F extends readonly Sender[], D extends z.ZodMiniType>(from: F, data: D) {
  return { from, data };
}
