import * as z from 'zod/mini';
import { listUpTo, NumericId, textUpTo } from '../shapes.ts';
import { item } from '../storage/item.ts';

/** A board or section that the person chose in Options, by its id and the label they picked it by. */
export const Place = z.object({
  boardId: NumericId,
  sectionId: z.optional(NumericId),
  label: textUpTo(180, z.minLength(1)),
  secret: z.boolean(),
});
export type Place = z.infer<typeof Place>;

const most = 50;
const few = <S extends z.ZodMiniType>(schema: S) => z.catch(listUpTo(schema, most), []);

/**
 * Boards with a part to play. Their ids belong to one connection, so another connection finds none of them; they are
 * the declared exception to "what Pinterest's API returned is never kept" (docs/storage.md).
 */
export const Places = z.object({
  connectionId: z.string(),
  /** Where quick pin and the popup start. */
  start: z.catch(z.optional(Place), undefined),
  /** First in the menu and in the picker. */
  favourites: few(Place),
  /** Where they start on one site, by its host. */
  bySite: few(z.object({ host: z.string(), place: Place })),
  /** What is put behind the description of every pin on a board. */
  hashtags: few(z.object({ boardId: z.string(), label: z.string(), text: textUpTo(200) })),
});
export type Places = z.infer<typeof Places>;

const stored = item('local', 'places', z.optional(Places), () => undefined);

export const noPlaces = (connectionId: string): Places => ({
  connectionId,
  start: undefined,
  favourites: [],
  bySite: [],
  hashtags: [],
});

/** The places of a connection. */
export async function placesOf(connectionId: string): Promise<Places> {
  const places = await stored.get();
  return places?.connectionId === connectionId ? places : noPlaces(connectionId);
}

/** Changes some places of a connection and keeps its others; those of any other connection go. */
export async function changePlaces(connectionId: string, change: Partial<Places>): Promise<Places> {
  const changed = (known: Places | undefined): Places => ({
    ...(known?.connectionId === connectionId ? known : noPlaces(connectionId)),
    ...change,
  });
  return changed(await stored.update(changed));
}

export const forgetPlaces = (): Promise<void> => stored.remove();

/** Calls back when they change; gives the function that stops it. */
export const watchPlaces = (onChange: () => void): (() => void) => stored.watch(onChange);

/** Where a save from a page starts when the person chose so: its site's place, else the one for all sites. */
export function startingPlace({ bySite, start }: Places, pageUrl: string): Place | undefined {
  const host = siteOf(pageUrl);
  return bySite.find((site) => site.host === host)?.place ?? start;
}

/** The hashtags for pins on a board; empty when it has none. */
export function hashtagsOf({ hashtags }: Places, boardId: string): string {
  return hashtags.find((board) => board.boardId === boardId)?.text ?? '';
}

/** The name that a site goes by in settings: its host, without `www.`; undefined for what is no web page. */
export function siteOf(address: string): string | undefined {
  const url = URL.parse(address) ?? URL.parse(`https://${address}`);
  // Chromium lets spaces into a host, as `%20`.
  if (!url || !/^https?:$/.test(url.protocol) || !/^[\w.-]+$/.test(url.hostname)) return undefined;
  return url.hostname.replace(/^www\./, '');
}

export function isSamePlace(one: Pick<Place, 'boardId' | 'sectionId'>, other: Pick<Place, 'boardId' | 'sectionId'>) {
  return one.boardId === other.boardId && one.sectionId === other.sectionId;
}
