import * as z from 'zod/mini';
import { WindowSave } from '../messages/window-save.ts';
import { Int } from '../shapes.ts';
import { item } from '../storage/item.ts';

/** Pictures on their way through Pinterest's own save window, one at a time in one window. */
const HandOver = z.object({
  windowId: Int,
  /** The tab whose page shows "Picture 2 of 10". */
  tabId: z.optional(Int),
  position: Int,
  saves: z.array(WindowSave),
});
export type HandOver = z.infer<typeof HandOver>;

export const handOver = item('session', 'handOver', z.optional(HandOver), () => undefined);
