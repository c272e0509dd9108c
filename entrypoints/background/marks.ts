import { pictureKey } from '../../lib/page/originals.ts';
import { picturesOf } from '../../lib/save/album.ts';
import { type Account, sameAccount } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';

type Place = { boardId: string; sectionId?: string | undefined };

/** Where pictures were saved to before, or are on their way to, by the address that was asked with. */
export async function savedMarks(outbox: Outbox, urls: string[], account: Account | undefined) {
  const saved = await outbox.history.saved(urls, account);
  const open = outbox.list().filter(({ wish, account: owner }) => wish && account && sameAccount(owner, account));
  const pictures = open.flatMap(({ wish, target: { label } }) =>
    wish ? picturesOf(wish).map(({ url = '' }) => ({ key: pictureKey(url), label })) : [],
  );
  const onTheirWay = Map.groupBy(pictures, ({ key }) => key);
  return Object.fromEntries(
    urls.flatMap((url) => {
      const waiting = onTheirWay.get(pictureKey(url))?.map(({ label }) => label) ?? [];
      const labels = new Set([...waiting, ...(saved.get(url)?.map(({ board }) => board) ?? [])]);
      return labels.size > 0 ? [[url, [...labels]]] : [];
    }),
  );
}

/** Forgets that a picture, under any of its addresses, was saved to the board of this label. */
export async function forgetMark(outbox: Outbox, urls: string[], label: string, account: Account | undefined) {
  for (const [url, entries] of await outbox.history.saved(urls, account)) {
    for (const { board, boardId } of entries) if (board === label) await outbox.history.forget(url, boardId);
  }
}

/** The picture, under any of its addresses, stands on this board already, or is on its way there. */
export async function isSavedThere(outbox: Outbox, urls: string[], place: Place, account: Account): Promise<boolean> {
  const keys = new Set(urls.map(pictureKey));
  const isOnItsWay = outbox.list().some(({ wish, target }) => {
    const isHere = 'boardId' in target && target.boardId === place.boardId;
    return isHere && wish && picturesOf(wish).some(({ url }) => url && keys.has(pictureKey(url)));
  });
  if (isOnItsWay) return true;
  const entries = [...(await outbox.history.saved(urls, account)).values()].flat();
  return entries.some(({ boardId }) => boardId === place.boardId);
}
