import type { Account } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';

type Place = { boardId: string; sectionId?: string | undefined };

/** Where pictures were saved to before, by the address that was asked with. */
export async function savedMarks(outbox: Outbox, urls: string[], account: Account | undefined) {
  const saved = await outbox.history.saved(urls, account);
  return Object.fromEntries([...saved].map(([url, entries]) => [url, [...new Set(entries.map(({ board }) => board))]]));
}

/** Forgets that a picture was saved to the board of this label. */
export async function forgetMark(outbox: Outbox, url: string, label: string, account: Account | undefined) {
  const entries = (await outbox.history.saved([url], account)).get(url) ?? [];
  for (const { board, boardId } of entries) if (board === label) await outbox.history.forget(url, boardId);
}

/** The picture stands on this board already, or is on its way there. */
export async function isSavedThere(outbox: Outbox, url: string, place: Place, account: Account): Promise<boolean> {
  const isOnItsWay = outbox.list().some(({ wish, target }) => {
    return wish?.picture.url === url && 'boardId' in target && target.boardId === place.boardId;
  });
  if (isOnItsWay) return true;
  const entries = (await outbox.history.saved([url], account)).get(url) ?? [];
  return entries.some(({ boardId }) => boardId === place.boardId);
}
