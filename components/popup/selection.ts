/**
 * Which pictures are chosen. `isAutomatic`: nobody chose yet, Tack proposed the best one. `base` is what was chosen
 * when the anchor was set, so that a range can grow and shrink again.
 */
export interface Selection {
  readonly keys: readonly string[];
  readonly isAutomatic: boolean;
  readonly anchor: string | undefined;
  readonly base: readonly string[];
}

/** What counts as chosen before anyone chose: the best picture. */
export function automatic(best: string | undefined): Selection {
  return { keys: best === undefined ? [] : [best], isAutomatic: true, anchor: best, base: [] };
}

/** A choice that was made before, in this popup or one that closed. */
export function chosen(keys: readonly string[], anchor: string | undefined = keys.at(-1)): Selection {
  return { keys, isAutomatic: false, anchor, base: keys };
}

/** *Space*: adds the picture or takes it out. */
export function toggle({ keys }: Selection, key: string): Selection {
  return chosen(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key], key);
}

/** A plain click toggles, except that the first one replaces what only Tack had chosen. */
export function click(selection: Selection, key: string): Selection {
  return selection.isAutomatic && !selection.keys.includes(key) ? chosen([key]) : toggle(selection, key);
}

/** Shift: from the anchor to the picture, in the order shown, besides what was chosen before. */
export function extend(selection: Selection, order: readonly string[], key: string): Selection {
  const anchor = selection.anchor !== undefined && order.includes(selection.anchor) ? selection.anchor : key;
  const ends = [order.indexOf(anchor), order.indexOf(key)];
  const range = order.slice(Math.min(...ends), Math.max(...ends) + 1);
  const keys = [...new Set([...selection.base, anchor, ...range])];
  return { keys, isAutomatic: false, anchor, base: selection.base };
}

/** *Ctrl/Cmd+A*: all of those shown; those already chosen keep their place. */
export function selectAll({ keys }: Selection, order: readonly string[]): Selection {
  return chosen([...new Set([...keys, ...order])], order.at(-1));
}
