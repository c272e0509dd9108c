import type { LibraryHandlers } from '../../lib/messages/serve.ts';
import { accountHandlers } from './library-account.ts';
import { analyticsHandlers } from './library-analytics.ts';
import { boardHandlers } from './library-boards.ts';
import { pinHandlers } from './library-pins.ts';
import { saveHandlers } from './library-saves.ts';
import type { Tack } from './tack.ts';

/** The worker's answer to every request of the library page. */
export function libraryHandlers(tack: Tack): LibraryHandlers {
  return {
    ...boardHandlers(tack),
    ...pinHandlers(tack.accounts),
    ...analyticsHandlers(tack.accounts),
    ...saveHandlers(tack),
    ...accountHandlers(tack.accounts),
  };
}
