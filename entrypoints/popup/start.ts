import { emptyDraft } from '../../components/popup/draft.ts';
import { popupIntent } from '../../lib/browser/popup.ts';
import { send } from '../../lib/messages/send.ts';
import { account as storedAccount } from '../../lib/settings/account.ts';
import { settings } from '../../lib/settings/settings.ts';
import { openDraft } from './draft.ts';
import type { PopupState } from './state.ts';
import { findTab } from './tab.ts';

/** Fills the popup: the account and its boards, the tab's pictures, and what the person had begun. */
export async function start(state: PopupState): Promise<void> {
  const { pictures, boards, draft } = state;
  const showing = showAccount(state);
  void settings.get().then((value) => {
    state.through.value = value.saveThrough;
    state.isMoreOpen.value = value.showAllFields;
  });
  const [tab, intent] = await Promise.all([findTab(), popupIntent.get()]);
  if (!tab) {
    pictures.page.value = { state: 'unreadable', reason: 'browser' };
    return;
  }
  state.tab = tab;
  const isForUs = intent?.tabId === tab.id;
  if (intent) void popupIntent.remove();
  const opened = openDraft(tab.id, tab.url).then((stored) => {
    // What was done while it was being read is newer than what it holds.
    if (draft.value.value !== emptyDraft) stored.value = { ...stored.value, ...draft.value.value };
    draft.value = stored;
    state.isDraftOpen.value = true;
  });
  const reading = pictures.read(tab, isForUs && intent.isNearestFirst === true);
  await Promise.all([opened, reading, showing]);
  const clicked = isForUs && intent.pictureUrl ? await pictures.pick(intent.pictureUrl) : undefined;
  const { value: now } = draft.value;
  const target = now.target ?? boards.startingAt(tab.url);
  state.change({ ...now, ...(target && { target }), ...(clicked && { selected: [clicked.key] }) });
  const facts = pictures.facts();
  if (facts && state.account.value) boards.prepareFor({ pageUrl: facts.url, words: facts.title });
  if (facts) state.unread.value = await send('retryHere', tab.id).catch(() => []);
}

async function showAccount({ account, boards, queue }: PopupState): Promise<void> {
  storedAccount.watch((value) => {
    if (value !== undefined) account.value = value;
  });
  const view = (await storedAccount.get()) ?? (await send('whoIsConnected').catch(() => null));
  if (view) await boards.load(view);
  account.value = view;
  void queue.load();
}
