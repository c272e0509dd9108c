import { type Place, placesOf } from '../settings/places.ts';
import { chosenBoards } from './chosen.ts';

/** The boards of a connection that are known without asking Pinterest: favourites, and those used, last used first. */
export async function knownBoards(connectionId: string): Promise<{ favourites: Place[]; recent: Place[] }> {
  const [{ favourites }, recent] = await Promise.all([placesOf(connectionId), chosenBoards(connectionId)]);
  return { favourites, recent };
}
