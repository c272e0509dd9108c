import type { PopupActions } from '../../components/popup/model.ts';
import { openLibrary, openOptions } from '../../lib/browser/pages.ts';
import { openTab } from '../../lib/browser/tabs.ts';
import { send } from '../../lib/messages/send.ts';
import { changeSettings } from '../../lib/settings/settings.ts';
import type { Saving } from './saving.ts';
import type { PopupState } from './state.ts';

/** What the popup can be asked for. Everything that takes time arrives as a new model. */
export function createActions(state: PopupState): PopupActions {
  const { pictures, boards, run, draft, change } = state;
  let loading: Promise<Saving> | undefined;
  const saving = () => (loading ??= import('./saving.ts').then(({ createSaving }) => createSaving(state)));
  requestIdleCallback(() => void saving(), { timeout: 500 });

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
    undo: (id) => void saving().then(({ undo }) => undo(id)),
    undoAll: () => void send('undo', run.jobIds()).catch(() => undefined),
    cancelRun: () => void send('discard', run.jobIds()).catch(() => undefined),
    remedy: (id, remedy) => void saving().then(({ mend }) => mend(id, remedy)),
    cropHere: () => void saving().then(({ cropHere }) => cropHere()),
    async forgetMark(key, label) {
      const { forgetMark } = await saving();
      await forgetMark(key, label);
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
