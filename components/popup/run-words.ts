import type { Plural } from '../../lib/words/plural.ts';
import type { Translate } from '../../lib/words/translate.ts';
import type { Run, RunItem, RunState } from './model.ts';

/** How many pictures of a run are in each state. */
export function countStates(items: readonly RunItem[]): Readonly<Record<RunState, number>> {
  const counts = {
    waiting: 0,
    sending: 0,
    checking: 0,
    saved: 0,
    sent: 0,
    failed: 0,
    undoing: 0,
    undone: 0,
    discarded: 0,
  };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

/** The picture's fate is still open. */
export function isGoing({ state }: RunItem): boolean {
  return state === 'waiting' || state === 'sending' || state === 'checking' || state === 'undoing';
}

/** What to show at each picture: what is still going on at any of its boards, else what failed, else what is done. */
export function tileStates(items: readonly RunItem[]): ReadonlyMap<string, RunState> {
  const states = new Map<string, RunState>();
  const rank = (item: RunItem) => (isGoing(item) ? 2 : item.state === 'failed' ? 1 : 0);
  for (const item of items.toSorted((one, other) => rank(one) - rank(other))) {
    for (const key of [item.key, ...(item.others ?? [])]) states.set(key, item.state);
  }
  return states;
}

function countPictures(items: readonly RunItem[]): number {
  return new Set(items.map(({ key }) => key)).size;
}

/** One sentence for how a run stands, as the status announces it. `isHeld`: nothing is sent for now (offline, a pause). */
export function runSentence(run: Run, t: Translate, plural: Plural, isHeld = false): string {
  const counts = countStates(run.items);
  const total = run.items.length;
  const labels = new Set(run.items.map(({ label = '' }) => label));
  const [only = ''] = labels;
  const label = labels.size > 1 ? plural('popup.boards', labels.size) : only;
  const open = run.items.filter(isGoing).length;
  if (counts.undoing > 0) return t('popup.run.undoing');
  if (open > 0) {
    if (isHeld && counts.waiting === open) return plural('popup.run.kept', open);
    if (counts.checking > 0 && counts.checking === open) return t('popup.run.checking');
    return total === 1 ? t('popup.run.saving', label) : plural('popup.run.savingMany', total, total - open);
  }
  if (counts.failed > 0) {
    if (counts.saved > 0) return plural('popup.run.partly', counts.failed, counts.saved);
    const failed = countPictures(run.items.filter(({ state }) => state === 'failed'));
    return countPictures(run.items) === 1 ? t('popup.notSaved') : plural('popup.run.someFailed', failed);
  }
  if (counts.undone === total) return total === 1 ? t('popup.run.undone') : plural('popup.run.undoneMany', total);
  if (counts.discarded === total) return t('popup.run.discarded');
  if (counts.sent > 0) return plural('popup.run.sent', counts.sent);
  const isOnePicture = counts.saved > 0 && countPictures(run.items) === 1;
  return isOnePicture ? t('popup.savedTo', label) : plural('popup.run.savedMany', counts.saved, label);
}
