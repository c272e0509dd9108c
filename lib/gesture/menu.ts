import { type Browser, browser } from 'wxt/browser';
import type { Place } from '../settings/places.ts';
import type { Translate } from '../words/translate.ts';

/** What a choice in one of Tack's menus asks for. */
export type MenuChoice =
  | { kind: 'save-image' }
  | { kind: 'save-image-to'; boardId: string; sectionId?: string }
  | { kind: 'save-video'; boardId?: string; sectionId?: string }
  | { kind: 'choose-board' }
  | { kind: 'save-page' }
  | { kind: 'open-popup' }
  | { kind: 'quick-pin' }
  | { kind: 'open-library' }
  | { kind: 'open-options' };

type Item = Browser.contextMenus.CreateProperties;

/** Web pages only: never the browser's own pages, nor ours. */
const pages = ['http://*/*', 'https://*/*'];

/**
 * The menus: one item on a picture (with the last-used boards below it when connected), one on a page, three on the
 * toolbar button, and there a fourth in Firefox: Chromium has *Options* of its own. With `hasVideos` one on a video too.
 */
export function menuItems(boards: Place[] | undefined, hasVideos: boolean, words: Translate): Item[] {
  const image: Item = { id: 'image', title: words('menu.saveImage'), contexts: ['image'], documentUrlPatterns: pages };
  const toBoards = (kind: 'image' | 'video') =>
    (boards ?? []).map(({ boardId, sectionId, label }): Item => {
      return {
        id: [`${kind}-to`, boardId, sectionId].filter(Boolean).join(':'),
        parentId: kind,
        title: plain(label),
        contexts: [kind],
      };
    });
  const video: Item = { id: 'video', title: words('menu.saveVideo'), contexts: ['video'], documentUrlPatterns: pages };
  const choose: Item = { id: 'image-choose', parentId: 'image', title: words('menu.chooseBoard'), contexts: ['image'] };
  const separator: Item = { id: 'image-separator', parentId: 'image', type: 'separator', contexts: ['image'] };
  const options: Item = { id: 'action-options', title: words('popup.options'), contexts: ['action'] };
  return [
    image,
    ...toBoards('image'),
    ...(boards ? [...(boards.length > 0 ? [separator] : []), choose] : []),
    ...(boards && hasVideos ? [video, ...toBoards('video')] : []),
    { id: 'page', title: words('menu.savePage'), contexts: ['page'], documentUrlPatterns: pages },
    { id: 'action-popup', title: words('menu.choosePictures'), contexts: ['action'] },
    { id: 'action-quick-pin', title: words('menu.quickPin'), contexts: ['action'] },
    { id: 'action-library', title: words('menu.myPins'), contexts: ['action'] },
    ...(import.meta.env.FIREFOX ? [options] : []),
  ];
}

/** What an item's id stands for; undefined for one that is not ours. */
export function choiceOf(id: string | number): MenuChoice | undefined {
  const [name, boardId, sectionId] = String(id).split(':');
  switch (name) {
    case 'image':
      return { kind: 'save-image' };
    case 'image-to':
      return boardId ? { kind: 'save-image-to', boardId, ...(sectionId && { sectionId }) } : undefined;
    case 'video':
      return { kind: 'save-video' };
    case 'video-to':
      return boardId ? { kind: 'save-video', boardId, ...(sectionId && { sectionId }) } : undefined;
    case 'image-choose':
      return { kind: 'choose-board' };
    case 'page':
      return { kind: 'save-page' };
    case 'action-popup':
      return { kind: 'open-popup' };
    case 'action-quick-pin':
      return { kind: 'quick-pin' };
    case 'action-library':
      return { kind: 'open-library' };
    case 'action-options':
      return { kind: 'open-options' };
    default:
      return undefined;
  }
}

let building: Promise<unknown> = Promise.resolve();

/**
 * Puts items in the place of all that were there, one call after the other. Each asks for its items at its own turn:
 * what was read before an earlier call's turn may be out of date, and would be the last to be shown.
 */
export function rebuildMenus(itemsNow: () => Promise<Item[]>): Promise<unknown> {
  building = building
    .catch(() => undefined)
    .then(async () => {
      const items = await itemsNow();
      await browser.contextMenus.removeAll();
      for (const item of items) browser.contextMenus.create(item, () => void browser.runtime.lastError);
    });
  return building;
}

/** A title as it is written: menus read `&` as a shortcut mark and `%s` as the selected text. */
function plain(label: string): string {
  return label.replaceAll('&', '&&').replaceAll('%s', '%\u2060s');
}
