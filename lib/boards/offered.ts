import { isSamePlace, type Place } from '../settings/places.ts';

/**
 * The boards that a menu of `most` offers: favourites first, then those used last. By name, the same boards are put in
 * order from A to Z behind the favourites.
 */
export function offeredBoards(
  { favourites, recent }: { favourites: readonly Place[]; recent: readonly Place[] },
  order: 'recent' | 'name',
  most: number,
): Place[] {
  const others = recent.filter((place) => !favourites.some((favourite) => isSamePlace(favourite, place)));
  const first = favourites.slice(0, most);
  const rest = others.slice(0, most - first.length);
  return [...first, ...(order === 'name' ? rest.toSorted((one, other) => one.label.localeCompare(other.label)) : rest)];
}
