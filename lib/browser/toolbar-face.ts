import type { Plural } from '../words/plural.ts';
import type { Translate } from '../words/translate.ts';

/** What the toolbar button has to tell. */
export interface ToolbarState {
  isConnected: boolean;
  /** Saves on their way or held back. */
  waitingCount: number;
  /** Saves that need the person. */
  failedCount: number;
  /** Pinterest asked for a pause, which ends then. */
  pausedUntilMs: number | undefined;
  /** A save was done less than two seconds ago. */
  isJustSaved: boolean;
}

/** How the button looks, and what it says when it is pointed at or read aloud. */
export interface ToolbarFace {
  icon: 'on' | 'off';
  badge: string;
  tone: 'calm' | 'good' | 'bad';
  title: string;
}

const mostShown = 99;

/**
 * One look for every state. The most urgent speaks: a save that needs the person, then one just done, then a pause,
 * then those that wait.
 */
export function toolbarFace(
  state: ToolbarState,
  { words, plural, clockTime }: { words: Translate; plural: Plural; clockTime: (atMs: number) => string },
): ToolbarFace {
  const { isConnected, waitingCount, failedCount, pausedUntilMs, isJustSaved } = state;
  const icon = isConnected ? 'on' : 'off';
  const count = waitingCount > mostShown ? `${mostShown}+` : String(waitingCount);
  if (failedCount > 0) return { icon, badge: '!', tone: 'bad', title: plural('toolbar.failed', failedCount) };
  if (isJustSaved) return { icon, badge: '✓', tone: 'good', title: words('toolbar.saved') };
  if (pausedUntilMs !== undefined && waitingCount > 0)
    return { icon, badge: '⏸', tone: 'calm', title: words('toolbar.paused', clockTime(pausedUntilMs)) };
  if (waitingCount > 0) return { icon, badge: count, tone: 'calm', title: plural('toolbar.waiting', waitingCount) };
  return { icon, badge: '', tone: 'calm', title: words(isConnected ? 'toolbar.ready' : 'toolbar.notConnected') };
}
