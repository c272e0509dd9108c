import { redirectUris } from '../../lib/account/launch.ts';
import { pasteRedirectUri } from '../../lib/account/sign-in.ts';
import { suggestBoards } from '../../lib/boards/suggest.ts';
import { openEditorWindow, openLibrary } from '../../lib/browser/pages.ts';
import { Failure } from '../../lib/failure.ts';
import type { Gestures } from '../../lib/gesture/gestures.ts';
import { inGroups } from '../../lib/gesture/groups.ts';
import { nextInWindow, openSaveWindow, stopWindow } from '../../lib/gesture/save-window.ts';
import { showToast } from '../../lib/gesture/toast.ts';
import { boardHash } from '../../lib/library/route.ts';
import { type Handlers, type MessageSender, senderOf } from '../../lib/messages/serve.ts';
import { forgetPlaces } from '../../lib/settings/places.ts';
import { forgetSharedSites, rememberSharedSite } from '../../lib/settings/shared-sites.ts';
import { askedOf, bringsBytes, sightOfTab } from './asked.ts';
import { editSave, replacePin, saveToEdit } from './editing.ts';
import { faces } from './faces.ts';
import { isHoverPage } from './hover.ts';
import { viewOf } from './jobs.ts';
import { libraryHandlers } from './library.ts';
import { forgetMark, savedMarks } from './marks.ts';
import type { Tack } from './tack.ts';
import { cropAll, retryHere } from './unread.ts';
import { upkeepOf } from './upkeep.ts';

/** Pictures read for one press on *Save* at once: each is on disk before the next are read. */
const mostReadAtOnce = 3;
/** Earlier saves that a suggestion is learned from. */
const mostHints = 1000;

/** The worker's answer to every request of our pages and toasts. */
export function handlersOf(tack: Tack, gestures: Gestures): Handlers {
  const { accounts, boards } = tack;
  return {
    ...libraryHandlers(tack),
    async save(saves) {
      const outbox = await tack.outbox();
      const ids: string[] = [];
      for (const group of inGroups(saves, bringsBytes, mostReadAtOnce)) {
        const asked = group.map((save) => askedOf(save, outbox.get(save.id) !== undefined));
        ids.push(...(await tack.save(await Promise.all(asked))));
      }
      return ids;
    },
    async retryHere(tabId) {
      const sightOf = (url: string) => sightOfTab({ tabId, frameId: 0 }, url);
      return retryHere(await tack.outbox(), tabId, sightOf);
    },
    crop: async ({ jobIds, tabId }) => cropAll(await tack.outbox(), jobIds, tabId),
    async saveInWindow({ saves, tabId }) {
      await showHandOver(await openSaveWindow(saves, tabId));
    },
    async nextInWindow() {
      await showHandOver(await nextInWindow());
    },
    async stopWindow() {
      await stopWindow();
    },
    async listJobs() {
      const outbox = await tack.outbox();
      const known = await faces.all();
      return outbox.list().map((job) => viewOf(job, outbox, known.get(job.id)));
    },
    async undo(ids, sender) {
      await (await tack.outbox()).undoMany(await ownJobs(ids, sender));
    },
    async retry(ids, sender) {
      const outbox = await tack.outbox();
      for (const id of await ownJobs(ids, sender)) await outbox.retry(id);
    },
    async share(ids, sender) {
      const outbox = await tack.outbox();
      for (const id of await ownJobs(ids, sender)) {
        const job = outbox.get(id);
        if (job?.wish && !job.isIncognito) await rememberSharedSite(job.wish.page.url);
        await outbox.share(id);
      }
    },
    async discard(ids, sender) {
      const outbox = await tack.outbox();
      for (const id of await ownJobs(ids, sender)) await outbox.discard(id);
    },
    async hoverSave({ pictureUrl }, { tab }) {
      if (!tab || !(await isHoverPage(tab.url ?? ''))) throw new Failure('not-allowed', 'no site of the hover button');
      await gestures.saveHovered(pictureUrl, tab);
    },
    saveToEdit: async (id) => saveToEdit(await tack.outbox(), id),
    async editSave(edited) {
      await editSave(await tack.outbox(), edited);
    },
    async replacePin(edited) {
      await replacePin(await tack.outbox(), edited);
    },
    async openEditor(id, sender) {
      await ownJobs([id], sender);
      await openEditorWindow(id);
    },
    async openBoard(id, sender) {
      await ownJobs([id], sender);
      const target = (await tack.outbox()).get(id)?.target;
      await openLibrary(target && 'boardId' in target ? boardHash(target) : '');
    },
    async savedMarks(urls) {
      return savedMarks(await tack.outbox(), urls, await tack.account());
    },
    async forgetMark({ pictureUrls, label }) {
      await forgetMark(await tack.outbox(), pictureUrls, label, await tack.account());
    },
    async refreshBoards() {
      await boards.refresh();
    },
    loadSections: (boardId) => boards.sections(boardId),
    linksOnBoard: ({ boardId, links }) => boards.linked(boardId, links),
    async suggestBoards(occasion) {
      const account = await accounts.current();
      const entries = await (await tack.outbox()).history.list();
      const hints = entries.slice(0, mostHints).flatMap(({ account: owner, boardId, pageUrl, title, pageTitle }) => {
        const isOurs = boardId !== undefined && owner?.connection === account?.connectionId;
        return isOurs ? [{ boardId, pageUrl, words: `${title} ${pageTitle}` }] : [];
      });
      return suggestBoards(hints, occasion);
    },
    whoIsConnected: async () => (await accounts.current()) ?? null,
    async connect(credentials) {
      const view = await accounts.connect(credentials);
      void boards.refresh().catch(() => undefined);
      await tack.signedIn();
      return view;
    },
    async signInAgain() {
      const view = await accounts.signInAgain();
      await tack.signedIn();
      return view;
    },
    async disconnect({ discardWaiting }) {
      const view = await accounts.current();
      if (!view) return;
      const account = { connection: view.connectionId, environment: view.environment };
      if (discardWaiting) await (await tack.outbox()).discardAccount(account);
      await accounts.disconnect();
      await Promise.all([boards.forgetAll(), forgetPlaces(), forgetSharedSites()]);
    },
    ...upkeepOf(tack),
    async redirectUris() {
      const uris = redirectUris();
      return { ownApp: uris['own-app'], relay: uris.relay, paste: pasteRedirectUri };
    },
  };
}

/** A toast may speak of its own page's saves only; our own pages, which may stand in a tab too, of all. */
async function ownJobs(ids: string[], sender: MessageSender): Promise<string[]> {
  if (senderOf(sender) === 'page') return ids;
  const known = await Promise.all(ids.map((id) => faces.get(id)));
  if (known.some((face) => face?.tabId !== sender.tab?.id)) throw new Failure('not-allowed', "another page's save");
  return ids;
}

async function showHandOver(state: Awaited<ReturnType<typeof openSaveWindow>>): Promise<void> {
  if (state?.tabId === undefined || state.saves.length < 2) return;
  const { position, saves, tabId } = state;
  await showToast(tabId, { kind: 'window', key: 'window', position, total: saves.length });
}
