import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { forgetAllChosen, watchChosen } from '../../lib/boards/chosen.ts';
import { knownBoards } from '../../lib/boards/known.ts';
import { offeredBoards } from '../../lib/boards/offered.ts';
import { onWake } from '../../lib/browser/alarm.ts';
import { openLibrary, openWelcome } from '../../lib/browser/pages.ts';
import { createGestures } from '../../lib/gesture/gestures.ts';
import { choiceOf, menuItems, rebuildMenus } from '../../lib/gesture/menu.ts';
import { serve } from '../../lib/messages/serve.ts';
import { account } from '../../lib/settings/account.ts';
import { forgetPlaces, watchPlaces } from '../../lib/settings/places.ts';
import { settings } from '../../lib/settings/settings.ts';
import { translate } from '../../lib/words/translate.ts';
import { retryAfterAccess } from './access.ts';
import { handlersOf } from './handlers.ts';
import { watchHover } from './hover.ts';
import { isSavedThere } from './marks.ts';
import { createTack } from './tack.ts';
import { createToolbar } from './toolbar.ts';

/** When a worker that starts looks after button and menus. */
const afterStartMs = 150;

export default defineBackground(() => {
  const tack = createTack();
  const toolbar = createToolbar(tack);
  const resume = (reason?: string) => void tack.outbox().then((outbox) => outbox.resume(reason));
  const gestures = createGestures({
    destination: tack.destination,
    async save(request, sight, tabId, begunToast) {
      for (const id of await tack.save([{ request, sight }], tabId)) await tack.toast(id, tabId, begunToast);
    },
    openLibrary,
    async isSavedThere(pictureUrls, board) {
      const [outbox, account] = await Promise.all([tack.outbox(), tack.account()]);
      return account !== undefined && isSavedThere(outbox, pictureUrls, board, account);
    },
  });

  serve(handlersOf(tack, gestures));
  watchHover();
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const choice = choiceOf(click.menuItemId);
    if (choice && tab) void gestures.choose(choice, click, tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'quick-pin' && tab) void gestures.quickPin(tab);
  });
  browser.action.onClicked.addListener((tab) => void gestures.quickPin(tab));
  // The browser started: to wake the worker is enough, since its start loads what this session does not know yet.
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openWelcome();
  });
  browser.permissions.onAdded.addListener(() => void tack.outbox().then(retryAfterAccess));
  globalThis.addEventListener('online', () => void tack.online());
  onWake(() => resume());

  account.watch(() => void showAccount());
  watchChosen(() => void showAccount());
  watchPlaces(() => void showAccount());
  settings.watch(({ keepBoardNames }) => {
    void (keepBoardNames ? undefined : Promise.all([forgetAllChosen(), forgetPlaces()]));
    void showButton();
    void showAccount();
  });
  // They are as the last worker left them; a save that woke this one leaves first.
  setTimeout(() => void showAccount(), afterStartMs);
  void showButton();
  void toolbar.follow();
  void tack.boards.loadOnce().catch(() => undefined);
  resume();

  /** The menus offer what can be done now. */
  async function showAccount(): Promise<void> {
    await Promise.all([rebuildMenus(itemsNow), toolbar.show()]);
  }

  async function itemsNow() {
    const [view, { menuLength, boardOrder, videoPins }] = await Promise.all([tack.destination(), settings.get()]);
    const boards = view && offeredBoards(await knownBoards(view.connectionId), boardOrder, menuLength);
    return menuItems(boards, videoPins, translate);
  }

  /** Without a popup of its own the button's click reaches us: quick pin. */
  async function showButton(): Promise<void> {
    const { toolbarButton } = await settings.get();
    await browser.action.setPopup({ popup: toolbarButton === 'popup' ? '/popup.html' : '' });
  }
});
