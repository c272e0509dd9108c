import type { PopupActions, PopupPicture } from '../../components/popup/model.ts';
import { openEditorWindow, openLibrary, openOptions } from '../../lib/browser/pages.ts';
import { openTab } from '../../lib/browser/tabs.ts';
import { send } from '../../lib/messages/send.ts';
import { webAddresses } from '../../lib/page/web-addresses.ts';
import { changeSettings } from '../../lib/settings/settings.ts';
import type { Saving } from './saving.ts';
import type { PopupState } from './state.ts';

/** What the popup can be asked for. Everything that takes time arrives as a new model. */
export function createActions(state: PopupState): PopupActions {
  const { pictures, boards, run, all, draft, change } = state;
  let loading: Promise<Saving> | undefined;
  const saving = () => (loading ??= import('./saving.ts').then(({ createSaving }) => createSaving(state)));
  requestIdleCallback(() => void saving(), { timeout: 500 });

  const crop = async (jobIds: readonly string[]) =>
    state.tab ? send('crop', { jobIds: [...jobIds], tabId: state.tab.id }) : jobIds;

  const withJob = (id: string, ask: (jobId: string) => Promise<unknown>) => {
    const jobId = run.find(id)?.jobId;
    if (jobId) void ask(jobId).catch(() => undefined);
  };

  /** Pictures that the person brought are chosen besides those that were. */
  const choose = (keys: readonly string[]) => {
    const { value: current } = draft.value;
    if (keys.length > 0) change({ ...current, selected: [...(current.selected ?? []), ...keys] });
  };

  return {
    changeDraft: change,
    setMoreOpen(isOpen) {
      state.isMoreOpen.value = isOpen;
      void changeSettings({ showAllFields: isOpen });
    },
    save: (pins) => void saving().then(({ save }) => save(pins)),
    undo: (id) => withJob(id, (jobId) => send('undo', [jobId])),
    undoAll: () => void send('undo', run.jobIds()).catch(() => undefined),
    cancelRun: () => void send('discard', run.jobIds()).catch(() => undefined),
    remedy(id, remedy) {
      if (remedy === 'retry') withJob(id, (jobId) => send('retry', [jobId]));
      // A permission prompt closes the popup, so it is asked in a window of our own.
      if (remedy === 'allowAccess') withJob(id, openEditorWindow);
      if (remedy === 'crop') withJob(id, (jobId) => crop([jobId]));
      if (remedy === 'share') withJob(id, (jobId) => send('share', [jobId]));
      if (remedy === 'discard') withJob(id, (jobId) => send('discard', [jobId]));
      if (remedy === 'signIn') void send('signInAgain').catch(() => undefined);
      if (remedy === 'useWindow') {
        const picture = all.value.find(({ key }) => key === run.find(id)?.key);
        const pin = picture && pinOf(picture);
        if (pin) void saving().then(({ saveInWindow }) => saveInWindow([{ picture, pin }]));
      }
    },
    async cropHere() {
      const { value: jobIds } = state.unread;
      state.unread.value = await crop(jobIds).catch(() => jobIds);
    },
    async forgetMark(key, label) {
      const picture = all.value.find((one) => one.key === key);
      if (picture) await send('forgetMark', { pictureUrls: webAddresses(picture), label }).catch(() => undefined);
      await pictures.markAgain(key);
    },
    openPin: (url) => void openTab(url),
    connect: () => void openOptions(),
    openOptions: () => void openOptions(),
    openPins: () => void openLibrary(),
    openQueue: () => void openLibrary('#waiting'),
    nextHandOver: () => void send('nextInWindow').catch(() => undefined),
    stopHandOver: () => void send('stopWindow').catch(() => undefined),
    async addPictures(given) {
      choose(await (await saving()).take(given));
    },
    takeShot: () => void saving().then(({ shoot }) => shoot()),
    dropShot() {
      state.shot.value = undefined;
    },
    async cutShot(frame) {
      const { cut } = await saving();
      choose(await cut(frame));
    },
    readPageAgain: () => void (state.tab && pictures.read(state.tab)),
    loadBoardsAgain: () => void boards.refresh(),
    loadSections: boards.loadSections,
    loadMorePictures: () => void pictures.more(),
  };
}

function pinOf({ key, title, description, altText, link = '' }: PopupPicture) {
  return { key, title, description, altText, link, asNewPin: false, targets: [] };
}
