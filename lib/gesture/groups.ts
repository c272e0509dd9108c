/**
 * Cuts a row into groups that may be in memory at once: none is longer than `most`, or holds more than `mostHeavy` of
 * those that bring bytes.
 */
export function inGroups<T>(row: readonly T[], isHeavy: (one: T) => boolean, mostHeavy: number, most = 500): T[][] {
  const groups: T[][] = [];
  let group: T[] = [];
  let heavy = 0;
  for (const one of row) {
    const weight = isHeavy(one) ? 1 : 0;
    if (group.length === most || heavy + weight > mostHeavy) {
      groups.push(group);
      group = [];
      heavy = 0;
    }
    group.push(one);
    heavy += weight;
  }
  return group.length > 0 ? [...groups, group] : groups;
}
