import { useRef } from 'preact/hooks';
import type { Draft } from './model.ts';
import { automatic, chosen, type Selection } from './selection.ts';

/** The selection that a draft stands for, and a way to change it; the anchor of a range lives only here. */
export function useSelection(
  draft: Draft,
  best: string | undefined,
  changeDraft: (draft: Draft) => void,
): { selection: Selection; changedAtMs: number; change: (selection: Selection) => void } {
  const last = useRef<Selection | undefined>(undefined);
  const changedAt = useRef<{ keys: readonly string[]; atMs: number }>({ keys: [], atMs: Number.NEGATIVE_INFINITY });
  const selection =
    draft.selected === undefined
      ? automatic(best)
      : draft.selected === last.current?.keys
        ? last.current
        : chosen(draft.selected);
  last.current = selection;
  const { keys } = selection;
  if (!isSame(changedAt.current.keys, keys)) changedAt.current = { keys, atMs: performance.now() };
  return {
    selection,
    changedAtMs: changedAt.current.atMs,
    change: (next) => {
      last.current = next;
      changeDraft({ ...draft, selected: next.keys });
    },
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((key, at) => key === other[at]));
}
