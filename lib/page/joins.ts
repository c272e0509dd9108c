import { versionKey } from './key.ts';
import { pictureKey } from './originals.ts';

/** What a picture is known by: its address, and the other sizes that its own markup names. */
export interface Known {
  /** Names it when it has no address. */
  id: number;
  url?: string | undefined;
  sizes: string[];
}

/** How many sizes two pictures have to share to be one: a single one may be a placeholder common to many. */
const enoughShared = 2;

/**
 * The group of each picture, in their order: versions of one picture are in one, different pictures never. Versions have
 * one original by the hosts' own rules, or share several sizes, or one's address is a size of that other picture alone.
 */
export function groupsOf(pictures: readonly Known[]): number[] {
  const group = pictures.map((_, index) => index);
  const unite = (one: number, other: number) => {
    const [from, to] = [Math.max(one, other), Math.min(one, other)];
    for (const [index, current] of group.entries()) if (current === from) group[index] = to;
  };
  const of = (index: number) => group[index] ?? index;

  const byKey = new Map<string, number>();
  for (const [index, { id, url }] of pictures.entries()) {
    const key = url ? pictureKey(url) : `#${id}`;
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, index);
    else unite(of(index), of(first));
  }

  const named = new Map<string, number[]>();
  const shared = new Map<string, number>();
  for (const [index, { sizes }] of pictures.entries()) {
    for (const key of new Set(sizes.map(versionKey))) {
      const before = named.get(key) ?? [];
      for (const other of before) {
        const pair = `${other} ${index}`;
        const count = (shared.get(pair) ?? 0) + 1;
        shared.set(pair, count);
        if (count === enoughShared) unite(of(other), of(index));
      }
      named.set(key, [...before, index]);
    }
  }

  for (const [index, { url }] of pictures.entries()) {
    const naming = new Set((url ? named.get(versionKey(url)) : undefined)?.map(of));
    naming.delete(of(index));
    const [only, another] = naming;
    if (only !== undefined && another === undefined) unite(of(index), only);
  }
  return group;
}
