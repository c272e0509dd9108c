import type { HistoryEntry } from './history-entry.ts';
import { type Account, sameAccount } from './job.ts';
import type { Ports } from './ports.ts';
import type { SaveRequest } from './request.ts';
import type { HistoryStore } from './store.ts';

/** What this person saved. */
export interface History {
  /** Newest first. */
  list(): Promise<HistoryEntry[]>;
  /** Saves of these pictures, newest first, by the address that was asked with; other sizes of a picture count. */
  saved(urls: readonly string[], account: Account | undefined): Promise<Map<string, HistoryEntry[]>>;
  /** A picture was handed to Pinterest's own window, which does not say what became of it. */
  noteSent(request: SaveRequest): Promise<void>;
  /** Forgets the marks of one picture, on one board or on all. */
  forget(url: string, boardId?: string): Promise<void>;
  clear(): Promise<void>;
}

export function createHistory(store: HistoryStore, ports: Pick<Ports, 'pictureKey' | 'clock' | 'newId'>): History {
  const keyOf = (url: string) => ports.pictureKey(url) ?? '';
  const byKey = async (key: string) => (key ? store.byPicture(key) : []);
  return {
    list: () => store.all(),
    async saved(urls, account) {
      const found = new Map<string, HistoryEntry[]>();
      for (const [key, same] of Map.groupBy(urls, keyOf)) {
        const entries = (await byKey(key)).filter((entry) => entry.outcome === 'saved' && isFor(entry, account));
        if (entries.length > 0) for (const url of same) found.set(url, entries);
      }
      return found;
    },
    async noteSent(request) {
      if (request.isIncognito) return;
      const url = request.picture.url ?? '';
      await store.put({
        id: ports.newId(),
        pictureKey: keyOf(url),
        pictureUrl: url.startsWith('http') ? url : '',
        pageUrl: request.page.url,
        pageTitle: request.page.title,
        title: request.title,
        board: '',
        savedAtMs: ports.clock.now(),
        outcome: 'sent',
      });
    },
    async forget(url, boardId) {
      const entries = await byKey(keyOf(url));
      await store.remove(
        entries.filter((entry) => boardId === undefined || entry.boardId === boardId).map((entry) => entry.id),
      );
    },
    clear: () => store.clear(),
  };
}

function isFor(entry: HistoryEntry, account: Account | undefined): boolean {
  return !account || !entry.account || sameAccount(entry.account, account);
}
