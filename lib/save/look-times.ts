/**
 * When the board is looked at, counted from the loss: soon for what is there already, last after the settle time, and
 * between so often that what others make is seen while it is new (`youngMs`).
 */
const looksMs = [1_500, 5_000, 9_000, 13_000, 17_000, 21_000, 26_000, 31_000];

export const firstLookMs = 1_500;

/** How long to wait before look number `looks` + 1, counted from 0. */
export function nextLookMs(looks: number): number {
  const at = looksMs[looks];
  return at === undefined ? 10_000 : at - (looksMs[looks - 1] ?? 0);
}
