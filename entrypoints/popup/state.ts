import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { emptyDraft } from '../../components/popup/draft.ts';
import type {
  Connection,
  Draft,
  PinDraft,
  PopupActions,
  PopupModel,
  PopupPicture,
} from '../../components/popup/model.ts';
import { openEditorWindow, openLibrary, openOptions } from '../../lib/browser/pages.ts';
import { popupIntent } from '../../lib/browser/popup.ts';
import { openTab } from '../../lib/browser/tabs.ts';
import { Failure } from '../../lib/failure.ts';
import { windowText } from '../../lib/gesture/window-text.ts';
import type { PageSave, WindowSave } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { createVersionChecks } from '../../lib/page/version-checks.ts';
import { account as storedAccount } from '../../lib/settings/account.ts';
import { changeSettings, settings } from '../../lib/settings/settings.ts';
import { createAdded } from './added.ts';
import { createPopupBoards } from './boards.ts';
import { openDraft } from './draft.ts';
import { createPictures } from './pictures.ts';
import { createQueue } from './queue.ts';
import { createRun } from './run.ts';
import { findTab, type PopupTab } from './tab.ts';

/** Saves that one message may carry. */
const mostAtOnce = 500;

/** The popup's model and actions. Everything that takes time arrives as a new model. */
export function createPopup(): { model: ReadonlySignal<PopupModel>; actions: PopupActions } {
  const pictures = createPictures();
  const added = createAdded();
  const boards = createPopupBoards();
  /** The page's pictures, and those that the person brought. */
  const all = computed(() => [...pictures.pictures.value, ...added.pictures.value]);
  const run = createRun();
  const queue = createQueue(run.jobs, run.jobIds);
  const account = signal<AccountView | null>();
  const through = signal<'tack' | 'window'>('tack');
  const isMoreOpen = signal(false);
  const draft = signal<Signal<Draft>>(signal(emptyDraft));
  let tab: PopupTab | undefined;

  const connection = computed((): Connection => {
    const view = account.value;
    if (!view) return { state: 'none', hasCredentials: false };
    if (view.needsSignIn) return { state: 'signed-out' };
    return {
      state: 'connected',
      isSandbox: view.environment === 'sandbox',
      isTrial: view.isTrial,
      through: through.value === 'tack' ? 'tack' : 'pinterest',
    };
  });

  const isDraftOpen = signal(false);
  // Whether somebody is connected decides what Save does, and what is typed before the draft is open would be lost with
  // the popup: nothing is shown before both are known.
  const isReady = computed(() => account.value !== undefined && isDraftOpen.value);

  const model = computed((): PopupModel => {
    const { value: page } = pictures.page;
    const { shown, hidden } = pictures.counts.value;
    return {
      page: isReady.value || page.state !== 'ready' ? page : { state: 'reading' },
      pictures: isReady.value ? all.value : [],
      shownCount: shown + added.pictures.value.length,
      hiddenCount: hidden,
      connection: connection.value,
      boards: boards.boards.value,
      draft: draft.value.value,
      isMoreOpen: isMoreOpen.value,
      queue: queue.queue.value,
      ...(run.run.value && { run: run.run.value }),
      ...(queue.handOver.value && { handOver: queue.handOver.value }),
    };
  });

  const versions = createVersionChecks({ createImage: () => new Image() });
  effect(() => {
    const { selected } = draft.value.value;
    if (!selected) return versions.want(all.value.filter(({ hidden }) => !hidden).slice(0, 1));
    const keys = new Set(selected);
    versions.want(all.value.filter(({ key }) => keys.has(key)));
  });

  const change = (next: Draft) => {
    draft.value.value = next;
  };

  async function start(): Promise<void> {
    const showing = showAccount();
    void settings.get().then((value) => {
      through.value = value.saveThrough;
      isMoreOpen.value = value.showAllFields;
    });
    tab = await findTab();
    if (!tab) {
      pictures.page.value = { state: 'unreadable', reason: 'browser' };
      return;
    }
    const intent = await popupIntent.get();
    const isForUs = intent?.tabId === tab.id;
    if (intent) void popupIntent.remove();
    const opened = openDraft(tab.id, tab.url).then((stored) => {
      // What was done while it was being read is newer than what it holds.
      if (draft.value.value !== emptyDraft) stored.value = { ...stored.value, ...draft.value.value };
      draft.value = stored;
      isDraftOpen.value = true;
    });
    const reading = pictures.read(tab, isForUs && intent.isNearestFirst === true);
    await Promise.all([opened, reading, showing]);
    const clicked = isForUs && intent.pictureUrl ? await pictures.pick(intent.pictureUrl) : undefined;
    const { value: now } = draft.value;
    const target = now.target ?? boards.startingAt(tab.url);
    change({ ...now, ...(target && { target }), ...(clicked && { selected: [clicked.key] }) });
    const facts = pictures.facts();
    if (facts && account.value) boards.prepareFor({ pageUrl: facts.url, words: facts.title });
  }

  async function showAccount(): Promise<void> {
    storedAccount.watch((value) => {
      if (value !== undefined) account.value = value;
    });
    const view = (await storedAccount.get()) ?? (await send('whoIsConnected').catch(() => null));
    if (view) await boards.load(view);
    account.value = view;
    void queue.load();
  }

  async function save(pins: readonly PinDraft[]): Promise<void> {
    const byKey = new Map(all.value.map((picture) => [picture.key, picture]));
    const chosen = pins.flatMap((pin) => {
      const picture = byKey.get(pin.key);
      return picture ? [{ pin, picture }] : [];
    });
    const keys = chosen.map(({ pin }) => pin.key);
    const { value: state } = connection;
    const { target } = draft.value.value;
    const isWindow = state.state !== 'connected' || state.isTrial || state.through === 'pinterest';
    run.begin(keys, isWindow ? undefined : target?.label);
    try {
      if (isWindow) return await saveInWindow(chosen);
      if (!target) return;
      const saves = await Promise.all(
        chosen.map(({ pin, picture }) => withBytes(pageSave(pin, picture, target), picture)),
      );
      const jobIds: string[] = [];
      for (let from = 0; from < saves.length; from += mostAtOnce) {
        jobIds.push(...(await send('save', saves.slice(from, from + mostAtOnce))));
        run.accepted(jobIds);
      }
    } catch (error) {
      run.refused(error instanceof Failure ? error.code : 'unknown');
    }
  }

  async function saveInWindow(chosen: { pin: PinDraft; picture: PopupPicture }[]): Promise<void> {
    const saves = chosen.flatMap(({ pin, picture }): WindowSave[] => {
      const { url: media } = versions.of(picture);
      if (!media) return [];
      return [{ media, url: pin.link || tab?.url || media, description: windowText(pin) }];
    });
    await send('saveInWindow', { saves, ...(tab && { tabId: tab.id }) });
  }

  /** A file's bytes travel with it: no page can be asked for them. */
  async function withBytes(save: PageSave, { key, isAdded }: PopupPicture): Promise<PageSave> {
    if (!isAdded) return save;
    const { tab: _tab, ...rest } = save;
    const bytesBase64 = await added.bytesOf(key);
    return { ...rest, picture: { ...rest.picture, isPrivate: false }, ...(bytesBase64 && { bytesBase64 }) };
  }

  function pageSave(pin: PinDraft, picture: PopupPicture, target: NonNullable<Draft['target']>): PageSave {
    const { pinId, handle } = picture;
    const { url, widthPx, heightPx } = versions.of(picture);
    const facts = pictures.facts();
    const { title, description, altText, link } = pin;
    return {
      picture: {
        ...(url && { url }),
        widthPx,
        heightPx,
        isPrivate: !url,
        ...(pinId && !pin.asNewPin && { pinId }),
      },
      target,
      title,
      description,
      altText,
      ...(link && { link }),
      gesture: 'popup',
      page: { url: facts?.url ?? tab?.url ?? '', title: facts?.title ?? tab?.title ?? '' },
      isIncognito: tab?.isIncognito ?? false,
      ...(tab && {
        tab: { tabId: tab.id, frameId: pictures.frameIdOf(picture), ...(handle !== undefined && { handle }) },
      }),
    };
  }

  const withJob = (key: string, ask: (jobId: string) => Promise<unknown>) => {
    const jobId = run.jobOf(key);
    if (jobId) void ask(jobId).catch(() => undefined);
  };

  const actions: PopupActions = {
    changeDraft: change,
    setMoreOpen(isOpen) {
      isMoreOpen.value = isOpen;
      void changeSettings({ showAllFields: isOpen });
    },
    save: (pins) => void save(pins),
    undo: (key) => withJob(key, (jobId) => send('undo', [jobId])),
    undoAll: () => void send('undo', run.jobIds()).catch(() => undefined),
    cancelRun: () => void send('discard', run.jobIds()).catch(() => undefined),
    remedy(key, remedy) {
      if (remedy === 'retry') withJob(key, (jobId) => send('retry', [jobId]));
      // A permission prompt closes the popup, so it is asked in a window of our own.
      if (remedy === 'allowAccess') withJob(key, openEditorWindow);
      if (remedy === 'share') withJob(key, (jobId) => send('share', [jobId]));
      if (remedy === 'discard') withJob(key, (jobId) => send('discard', [jobId]));
      if (remedy === 'signIn') void send('signInAgain').catch(() => undefined);
      if (remedy === 'useWindow') {
        const picture = all.value.find((one) => one.key === key);
        if (picture) void saveInWindow([{ picture, pin: { ...pinOf(picture), key, asNewPin: false } }]);
      }
    },
    async forgetMark(key, label) {
      const pictureUrl = all.value.find((one) => one.key === key)?.url;
      if (pictureUrl) await send('forgetMark', { pictureUrl, label }).catch(() => undefined);
      await pictures.markAgain(key);
    },
    openPin: (url) => void openTab(url),
    connect: () => void openOptions(),
    openOptions: () => void openOptions(),
    openPins: () => void openLibrary(),
    openQueue: () => void openLibrary('#waiting'),
    nextHandOver: () => void send('nextInWindow').catch(() => undefined),
    stopHandOver: () => void send('stopWindow').catch(() => undefined),
    addPictures(given) {
      void added.take(given).then((keys) => {
        const { value: current } = draft.value;
        if (keys.length > 0) change({ ...current, selected: [...(current.selected ?? []), ...keys] });
      });
    },
    readPageAgain: () => void (tab && pictures.read(tab)),
    loadBoardsAgain: () => void boards.refresh(),
    loadSections: boards.loadSections,
    loadMorePictures: () => void pictures.more(),
  };

  void start();
  return { model, actions };
}

function pinOf({ title, description, altText, link = '' }: PopupPicture) {
  return { title, description, altText, link };
}
