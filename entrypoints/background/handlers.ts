import { redirectUris } from '../../lib/account/launch.ts';
import { injectorFor } from '../../lib/browser/inject.ts';
import { openPopup } from '../../lib/browser/popup.ts';
import { Failure } from '../../lib/failure.ts';
import type { Gestures } from '../../lib/gesture/gestures.ts';
import { nextInWindow, openSaveWindow, stopWindow } from '../../lib/gesture/save-window.ts';
import { showToast } from '../../lib/gesture/toast.ts';
import { bytesOfDataUrl } from '../../lib/image/data-url.ts';
import { urlOrBytes } from '../../lib/image/url-or-bytes.ts';
import type { PageSave } from '../../lib/messages/protocol.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { SaveRequest } from '../../lib/save/request.ts';
import { faces } from './faces.ts';
import { isHoverPage } from './hover.ts';
import { viewOf } from './jobs.ts';
import type { Tack } from './tack.ts';

/** The worker's answer to every request of our pages and toasts. */
export function handlersOf(tack: Tack, gestures: Gestures): Handlers {
  const { accounts, boards } = tack;
  return {
    async save(saves) {
      return tack.save(await Promise.all(saves.map(requestOf)));
    },
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
      return Promise.all(outbox.list().map(async (job) => viewOf(job, outbox, await faces.get(job.id))));
    },
    async undo(ids, sender) {
      await (await tack.outbox()).undoMany(await ownJobs(ids, sender.tab?.id));
    },
    async retry(ids, sender) {
      const outbox = await tack.outbox();
      for (const id of await ownJobs(ids, sender.tab?.id)) await outbox.retry(id);
    },
    async discard(ids) {
      const outbox = await tack.outbox();
      for (const id of ids) await outbox.discard(id);
    },
    async hoverSave({ pictureUrl }, { tab }) {
      if (!tab || !(await isHoverPage(tab.url ?? ''))) throw new Failure('not-allowed', 'no site of the hover button');
      await gestures.saveHovered(pictureUrl, tab);
    },
    async openEditor(_id, sender) {
      if (sender.tab?.id !== undefined) await openPopup({ tabId: sender.tab.id });
    },
    refreshBoards: () => boards.refresh(),
    loadSections: (boardId) => boards.sections(boardId),
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
      await boards.forgetAll();
    },
    async redirectUris() {
      const uris = redirectUris();
      return { ownApp: uris['own-app'], relay: uris.relay };
    },
  };
}

/** A toast may speak of its own page's saves only. */
async function ownJobs(ids: string[], tabId: number | undefined): Promise<string[]> {
  if (tabId === undefined) return ids;
  const known = await Promise.all(ids.map((id) => faces.get(id)));
  if (known.some((face) => face?.tabId !== tabId)) throw new Failure('not-allowed', "another page's save");
  return ids;
}

async function showHandOver(state: Awaited<ReturnType<typeof openSaveWindow>>): Promise<void> {
  if (state?.tabId === undefined || state.saves.length < 2) return;
  const { position, saves, tabId } = state;
  await showToast(tabId, { kind: 'window', key: 'window', position, total: saves.length });
}

/** A page's wish as a request, with the bytes that only the tab can give while the right to them lasts. */
async function requestOf({ tab, bytesBase64, picture, ...rest }: PageSave): Promise<SaveRequest> {
  const given = bytesBase64 === undefined ? undefined : `data:;base64,${bytesBase64}`;
  const needed = tab && (!picture.url || urlOrBytes(picture.url) === 'bytes');
  const dataUrl = given ?? (needed ? await readFromTab(tab, picture.url) : undefined);
  if (!picture.url && !dataUrl) throw new Failure('needs-the-page', 'a picture with neither address nor bytes');
  return { ...rest, picture: { ...picture, ...(dataUrl && { bytes: new Blob([bytesOfDataUrl(dataUrl)]) }) } };
}

const mostBytes = 50_000_000;

async function readFromTab({ tabId, frameId, handle }: NonNullable<PageSave['tab']>, url?: string) {
  const answer = await injectorFor(tabId)
    .call(frameId, ['read', handle ?? url ?? '', mostBytes])
    .catch(() => undefined);
  return typeof answer === 'object' && answer && 'dataUrl' in answer && typeof answer.dataUrl === 'string'
    ? answer.dataUrl
    : undefined;
}
