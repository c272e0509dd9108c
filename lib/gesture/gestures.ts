import type { Browser } from 'wxt/browser';
import { targetOf } from '../boards/chosen.ts';
import { knownBoards } from '../boards/known.ts';
import { injectorFor } from '../browser/injector.ts';
import { openOptions } from '../browser/pages.ts';
import { openPopup } from '../browser/popup.ts';
import { Failure } from '../failure.ts';
import { systemClock } from '../http/clock.ts';
import type { AccountView } from '../messages/views.ts';
import type { Candidate, PageFacts } from '../page/candidate.ts';
import { isTellable } from '../page/links.ts';
import { oneClick, quickPick } from '../page/one-click.ts';
import { collectPage, type Injector, type RemotePage } from '../page/remote.ts';
import { webAddresses } from '../page/web-addresses.ts';
import type { SaveRequest } from '../save/request.ts';
import type { Place } from '../settings/places.ts';
import { sentence } from '../words/sentence.ts';
import { translate, type WordKey } from '../words/translate.ts';
import { bestVersion } from './best-version.ts';
import type { MenuChoice } from './menu.ts';
import { inOwnWords, templatesNow } from './own-words.ts';
import type { Sight } from './read-now.ts';
import { requestFor, sightOf } from './request.ts';
import { openSaveWindow } from './save-window.ts';
import { startingBoard } from './starting-board.ts';
import { begunToast, refusedToast, showToast, updateToast } from './toast.ts';
import { unreadPicture } from './unread.ts';
import { videoRequest } from './video.ts';
import { windowText } from './window-text.ts';

type Tab = Browser.tabs.Tab;
type Click = Browser.contextMenus.OnClickData;
type ToastWord = Extract<WordKey, `toast.${string}`>;

/** What a gesture needs of the rest of the house. */
export interface GestureRoom {
  /** The account that saves go to; undefined when they go through Pinterest's own window. */
  destination(): Promise<AccountView | undefined>;
  /** Hands a save to the outbox, and shows on the tab what becomes of it. */
  save(request: SaveRequest, sight: Sight, tabId: number, begunToast: string): Promise<void>;
  /** The picture of these addresses was saved to this board before, or is on its way there. */
  isSavedThere(pictureUrls: string[], board: Place): Promise<boolean>;
  openLibrary(): Promise<void>;
}

/** A picture with what is known of its page; `page` is absent where the page cannot be read. */
interface Found {
  candidate: Candidate;
  facts: PageFacts;
  page?: RemotePage;
}

/** The gestures outside the popup: the menus, the shortcut and the toolbar button as quick pin. */
export function createGestures(room: GestureRoom) {
  /** Saves the page's best picture to the board that its site starts with; without such a board or picture the popup opens. */
  async function quickPin(tab: Tab): Promise<void> {
    const tabId = idOf(tab);
    const [page, destination] = await Promise.all([read(tab), room.destination()]);
    const candidate = page && quickPick(page.collection);
    if (!page || page.collection.facts.nopin || !candidate) return openPopup({ tabId });
    const found = { candidate, facts: page.collection.facts, page };
    if (!destination) return toWindow(found, tabId);
    const board = await startingBoard(destination.connectionId, found.facts.url);
    if (!board) return openPopup({ tabId });
    await saveFound(found, board, tab, 'quick-pin');
  }

  /** Saves the picture that was clicked with the right button, to a board of the menu. */
  async function saveImage(click: Click, tab: Tab, boardId?: string, sectionId?: string): Promise<void> {
    const destination = await room.destination();
    const found = await clicked(click, tab);
    if (!found) return void (await showToast(idOf(tab), note('toast.notSavable')));
    if (!destination) return toWindow(found, idOf(tab));
    const board = await boardOf(destination.connectionId, boardId, sectionId);
    if (!board) return openPopup({ tabId: idOf(tab), pictureUrl: click.srcUrl });
    await saveFound(found, board, tab, 'menu');
  }

  /** Saves the video that was clicked with the right button, to a board of the menu or the one that its site starts with. */
  async function saveVideo(click: Click, tab: Tab, boardId?: string, sectionId?: string): Promise<void> {
    const tabId = idOf(tab);
    const destination = await room.destination();
    if (!destination) return void (await showToast(tabId, note('toast.needsConnection')));
    if (destination.environment === 'sandbox') return void (await showToast(tabId, note('toast.videoSandbox')));
    const board =
      (await boardOf(destination.connectionId, boardId, sectionId)) ??
      (await startingBoard(destination.connectionId, tab.url ?? ''));
    if (!board) return openPopup({ tabId });
    const request = await videoRequest(click, tab, targetOf(board));
    if (!request) return void (await showToast(tabId, note('toast.videoStream')));
    const begun = crypto.randomUUID();
    const { title, picture } = request;
    void showToast(tabId, begunToast(begun, { title, url: picture.url }, board, tab.incognito));
    await room.save(request, unseen, tabId, begun);
  }

  async function boardOf(connectionId: string, boardId?: string, sectionId?: string): Promise<Place | undefined> {
    const { favourites, recent } = await knownBoards(connectionId);
    return [...favourites, ...recent].find((known) => known.boardId === boardId && known.sectionId === sectionId);
  }

  /** Saves the picture under the hover button, to the board that its site starts with. */
  async function saveHovered(pictureUrl: string, tab: Tab): Promise<void> {
    const tabId = idOf(tab);
    const [page, destination] = await Promise.all([read(tab), room.destination()]);
    const candidate = await page?.pick(pictureUrl).catch(() => undefined);
    if (!page || page.collection.facts.nopin || !candidate)
      return void (await showToast(tabId, note('toast.notSavable')));
    const found = { candidate, facts: page.collection.facts, page };
    if (!destination) return toWindow(found, tabId);
    const board = await startingBoard(destination.connectionId, found.facts.url);
    if (!board) return openPopup({ tabId, pictureUrl });
    await saveFound(found, board, tab, 'hover');
  }

  async function saveFound(found: Found, board: Place, tab: Tab, gesture: SaveRequest['gesture']): Promise<void> {
    const { candidate: shown, page } = found;
    const follow = oneClick(shown, found.facts);
    const addresses = [shown.url ?? [], webAddresses(shown), follow.media?.url ?? []].flat();
    const wasSaved = await room.isSavedThere([...new Set(addresses)], board);
    // The popup shows the site's proposal, or asks whether to save once more.
    if (!follow.isAllowed || wasSaved) return openPopup({ tabId: idOf(tab), pictureUrl: shown.url });
    const begun = begunToast(crypto.randomUUID(), shown, board, tab.incognito);
    const showing = showToast(idOf(tab), begun);
    const frame = page && { tabId: idOf(tab), frameId: page.frameIdOf(shown) };
    const [candidate, templates] = await Promise.all([bestVersion(shown, follow, frame), templatesNow()]);
    const sight = sightOf(candidate, page, tab.url);
    const request = await requestFor(inOwnWords(candidate, found.facts, templates), found.facts, sight, {
      target: targetOf(board),
      gesture,
      isIncognito: tab.incognito,
    });
    try {
      await room.save(request, sight, idOf(tab), begun.key);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await showing;
      await updateToast(idOf(tab), refusedToast(begun, sentence(error.code, translate)));
    }
  }

  return {
    quickPin,
    saveHovered,
    async choose(choice: MenuChoice, click: Click, tab: Tab): Promise<void> {
      switch (choice.kind) {
        case 'save-image':
          return saveImage(click, tab);
        case 'save-image-to':
          return saveImage(click, tab, choice.boardId, choice.sectionId);
        case 'save-video':
          return saveVideo(click, tab, choice.boardId, choice.sectionId);
        case 'choose-board':
          return openPopup({ tabId: idOf(tab), pictureUrl: click.srcUrl });
        case 'save-page':
          return openPopup({ tabId: idOf(tab), isNearestFirst: true });
        case 'open-popup':
          return openPopup({ tabId: idOf(tab) });
        case 'quick-pin':
          return quickPin(tab);
        case 'open-library':
          return room.openLibrary();
        case 'open-options':
          return openOptions();
      }
    },
  };
}

export type Gestures = ReturnType<typeof createGestures>;

async function toWindow({ candidate, facts }: Found, tabId: number): Promise<void> {
  const { url, title, description } = inOwnWords(candidate, facts, await templatesNow());
  const { link } = oneClick(candidate, facts);
  if (!url || !isTellable(url)) return void (await showToast(tabId, note('toast.needsConnection')));
  // A page without a link is nobody else's: the picture stands for itself.
  await openSaveWindow([{ media: url, url: link ?? url, description: windowText({ title, description }) }], tabId);
}

/** The clicked picture as the page has it, or, where the page cannot be read, as the browser says. */
async function clicked(click: Click, tab: Tab): Promise<Found | undefined> {
  const page = await read(tab);
  const candidate = click.srcUrl ? await page?.pick(click.srcUrl).catch(() => undefined) : undefined;
  if (page && candidate) return { candidate, facts: page.collection.facts, page };
  return unreadPicture(click, tab.title ?? '');
}

/**
 * How long to wait before a page is tried again. The click gives us the right to it at once, but the page's own process
 * hears of that on another way than of our script, and on a busy machine after it (seen in Chromium).
 */
const pausesMs = [50, 100, 250];

async function read(tab: Tab): Promise<RemotePage | undefined> {
  const injector = injectorFor(idOf(tab));
  for (const pauseMs of tab.url?.startsWith('http') ? pausesMs : []) {
    const page = await collected(injector);
    if (page) return page;
    await systemClock.sleep(pauseMs);
  }
  return collected(injector);
}

async function collected(injector: Injector): Promise<RemotePage | undefined> {
  try {
    return await collectPage(injector);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** A video is not read in the gesture: anybody may read it, or nobody. */
const unseen: Sight = {
  pageOrigin: undefined,
  fetch: globalThis.fetch.bind(globalThis),
  readInPage: async () => undefined,
};

const note = (code: ToastWord) => ({ kind: 'note' as const, key: code, code });

function idOf(tab: Tab): number {
  if (tab.id === undefined) throw new Failure('page-not-readable', 'a tab without an id');
  return tab.id;
}
