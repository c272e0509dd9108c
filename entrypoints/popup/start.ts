import { emptyDraft } from '../../components/popup/draft.ts';
import { popupIntent } from '../../lib/browser/popup.ts';
import { send } from '../../lib/messages/send.ts';
import { account as storedAccount } from '../../lib/settings/account.ts';
import { settings } from '../../lib/settings/settings.ts';
import { asked } from './asked.ts';
import { openDraft } from './draft.ts';
import type { PopupState } from './state.ts';

/** Fills the popup: the account and its boards, the tab's pictures, and what the person had begun. */
export async function start(state: PopupState): Promise<void> {
  const { pictures, boards, draft } = state;
  const showing = showAccount(state);
  void settings.get().then((value) => {
    state.through.value = value.saveThrough;
    state.isMoreOpen.value = value.showAllFields;
  });
  const { tab: finding, answers } = asked();
  const intending = popupIntent.get();
  const tab = await finding;
  if (!tab) {
    pictures.page.value = { state: 'unreadable', reason: 'browser' };
    return;
  }
  state.tab = tab;
  const opened = openDraft(tab.id, tab.url).then((stored) => {
    // What was done while it was being read is newer than what it holds.
    if (draft.value.value !== emptyDraft) stored.value = { ...stored.value, ...draft.value.value };
    draft.value = stored;
    state.isDraftOpen.value = true;
  });
  const placed = Promise.all([opened, showing]).then(() => {
    const { value: now } = draft.value;
    const target = now.target ?? boards.startingAt(tab.url);
    if (target !== now.target) state.change({ ...now, ...(target && { target }) });
  });
  const intent = await intending;
  const isForUs = intent?.tabId === tab.id;
  if (intent) void popupIntent.remove();
  const reading = pictures.read(tab, { answers, isNearestFirst: isForUs && intent.isNearestFirst === true });
  await Promise.all([placed, reading]);
  const clicked = isForUs && intent.pictureUrl ? await pictures.pick(intent.pictureUrl) : undefined;
  if (clicked) state.change({ ...draft.value.value, selected: [clicked.key] });
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
