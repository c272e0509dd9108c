import type { FrameAnswer } from '../../lib/page/remote.ts';

/** The tab that the popup speaks of. */
export interface PopupTab {
  id: number;
  url: string;
  title: string;
  isIncognito: boolean;
}

/** What `ask.js` asked before the popup's own script was there: the tab, and its page's pictures. */
export interface Asked {
  readonly tab: Promise<PopupTab | undefined>;
  /** Of each frame; fails where the browser lets nobody read the page. */
  readonly answers: Promise<FrameAnswer[] | undefined>;
}

export const asked = (): Asked => (globalThis as unknown as { tackAsked: Asked }).tackAsked;
