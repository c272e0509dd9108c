import type { RunItem, RunState } from './model.ts';

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
