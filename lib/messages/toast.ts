import * as z from 'zod/mini';
import { Int } from '../shapes.ts';
import { JobView } from './views.ts';

/** What a toast on a page shows. It never names a secret board, and holds nothing that the page may not read. */
export const ToastView = z.union([
  z.strictObject({
    kind: z.literal('save'),
    key: z.string(),
    state: JobView.shape.state,
    /** The board's name; absent when the board is secret. */
    label: z.optional(z.string()),
    title: z.string(),
    thumbnailUrl: z.optional(z.string()),
    /** Host of the pin's link, when it is not the page's own. */
    linkHost: z.optional(z.string()),
    reason: z.optional(z.string()),
    /** Only the person sees the picture: whether it may go to a board that others see. */
    isPrivateQuestion: z.optional(z.boolean()),
    /** It was not taken in: nothing can be done about it but to ask again. */
    isRefused: z.optional(z.boolean()),
    /** Pinterest got a still of a picture that moves. */
    isStill: z.optional(z.boolean()),
    isSandbox: z.boolean(),
    isIncognito: z.boolean(),
  }),
  /** A sentence without a save, by its key in the locales. */
  z.strictObject({ kind: z.literal('note'), key: z.string(), code: z.string() }),
  /** Several pictures through Pinterest's own window, one after the other. */
  z.strictObject({ kind: z.literal('window'), key: z.string(), position: Int, total: Int }),
]);
export type ToastView = z.infer<typeof ToastView>;

/** A toast to show; `replaces` is the key of one that it stands for from now on. */
export const ToastMessage = z.strictObject({
  event: z.literal('toast'),
  toast: ToastView,
  replaces: z.optional(z.string()),
});
