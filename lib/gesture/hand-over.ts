import * as z from 'zod/mini';
import { WindowSave } from '../messages/window-save.ts';
import { item } from '../storage/item.ts';

/** Pictures on their way through Pinterest's own save window, one at a time in one window. */
const HandOver = z.object({
  windowId: z.int(),
  /** The tab whose page shows "Picture 2 of 10". */
  tabId: z.optional(z.int()),
  position: z.int(),
  saves: z.array(WindowSave),
});
export type HandOver = z.infer<typeof HandOver>;

export const handOver = item('session', 'handOver', z.optional(HandOver), () => undefined);
