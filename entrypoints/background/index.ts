import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { chosenBoards, watchChosen } from '../../lib/boards/chosen.ts';
import { onWake } from '../../lib/browser/alarm.ts';
import { openLibrary } from '../../lib/browser/pages.ts';
import { createGestures } from '../../lib/gesture/gestures.ts';
import { choiceOf, menuItems, rebuildMenus } from '../../lib/gesture/menu.ts';
import { serve } from '../../lib/messages/serve.ts';
import { account } from '../../lib/settings/account.ts';
import { settings } from '../../lib/settings/settings.ts';
import { translate } from '../../lib/words/translate.ts';
import { handlersOf } from './handlers.ts';
import { createTack } from './tack.ts';

export default defineBackground(() => {
  const tack = createTack();
  const resume = (reason?: string) => void tack.outbox().then((outbox) => outbox.resume(reason));
  const gestures = createGestures({
    destination: tack.destination,
    async save(request, tabId) {
      for (const id of await tack.save([request], tabId)) await tack.toast(id, tabId);
    },
    openLibrary,
  });

  serve(handlersOf(tack));
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const choice = choiceOf(click.menuItemId);
    if (choice && tab) void gestures.choose(choice, click, tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'quick-pin' && tab) void gestures.quickPin(tab);
  });
  browser.action.onClicked.addListener((tab) => void gestures.quickPin(tab));
  browser.runtime.onStartup.addListener(() => void tack.boards.refresh().catch(() => undefined));
  browser.runtime.onInstalled.addListener(() => undefined);
  browser.permissions.onAdded.addListener(() => resume('needs-access'));
  globalThis.addEventListener('online', () => resume('offline'));
  onWake(() => resume());

  account.watch(() => void showAccount());
  watchChosen(() => void showAccount());
  settings.watch(() => void showButton());
  void showAccount();
  void showButton();
  resume();

  /** The menus offer what can be done now. */
  async function showAccount(): Promise<void> {
    const [view, { menuLength }] = await Promise.all([tack.destination(), settings.get()]);
    const boards = view && (await chosenBoards(view.connectionId)).slice(0, menuLength);
    await rebuildMenus(menuItems(boards, translate));
  }

  /** Without a popup of its own the button's click reaches us: quick pin. */
  async function showButton(): Promise<void> {
    const { toolbarButton } = await settings.get();
    await browser.action.setPopup({ popup: toolbarButton === 'popup' ? '/popup.html' : '' });
  }
});
