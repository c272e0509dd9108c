import { chosenBoards } from '../boards/chosen.ts';
import { type Place, placesOf, startingPlace } from '../settings/places.ts';

/**
 * The board that a save from a page goes to unless the person says otherwise: the one chosen in Options for its site,
 * or for all, else the one used last. Undefined before the first save.
 */
export async function startingBoard(connectionId: string, pageUrl: string): Promise<Place | undefined> {
  const [places, [last]] = await Promise.all([placesOf(connectionId), chosenBoards(connectionId)]);
  return startingPlace(places, pageUrl) ?? last;
}
