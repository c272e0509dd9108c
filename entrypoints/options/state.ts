import { computed, signal } from '@preact/signals';
import type { OptionsActions, OptionsModel, Said } from '../../components/options/model.ts';
import { openShortcutSettings, shortcuts } from '../../lib/browser/shortcuts.ts';
import { dropSite, requestSite, type Site } from '../../lib/browser/site-access.ts';
import { dropVideoUpload, requestVideoUpload } from '../../lib/browser/video-access.ts';
import { Failure } from '../../lib/failure.ts';
import { send } from '../../lib/messages/send.ts';
import { account } from '../../lib/settings/account.ts';
import { addHover, dropHover, hoverSites } from '../../lib/settings/hover-sites.ts';
import { siteOf } from '../../lib/settings/places.ts';
import { changeSettings, settings } from '../../lib/settings/settings.ts';
import { exportSettings, readSettings } from '../../lib/settings/transfer.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate, type WordKey } from '../../lib/words/translate.ts';
import { createBoardChoices } from './boards.ts';
import { createConnection } from './connection.ts';
import { download } from './file.ts';

/** What Options shows and does; settles when all of it was read once. */
export async function createOptions() {
  const [connected, chosen, sites, redirectUris, keys] = await Promise.all([
    account.get(),
    settings.get(),
    hoverSites.get(),
    send('redirectUris'),
    shortcuts(),
  ]);
  const connection = createConnection(connected);
  const boardChoices = createBoardChoices(connection.view);
  const settingsView = signal(chosen);
  const hoverView = signal(sites);
  const said = signal<Said>();
  const isChecking = signal(false);
  settings.watch((value) => {
    settingsView.value = value;
  });
  hoverSites.watch((value) => {
    hoverView.value = value;
  });

  const model = computed(
    (): OptionsModel => ({
      ...connection.part.value,
      redirectUris,
      pasteRedirectUri: redirectUris.paste,
      isChecking: isChecking.value,
      settings: settingsView.value,
      boards: boardChoices.boards.value,
      places: boardChoices.places.value,
      hover: hoverView.value,
      shortcuts: keys,
      said: said.value,
    }),
  );

  const say = (by: Said['by'], key: WordKey, ...values: string[]) => {
    said.value = { by, tone: 'info', text: translate(key, ...values) };
  };

  /** Runs something that may fail, and lets its section say what became of it. */
  async function attempt(by: Said['by'], work: () => Promise<void>): Promise<void> {
    said.value = undefined;
    try {
      await work();
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'unknown';
      said.value = { by, tone: 'error', text: sentence(code, translate) };
    }
  }

  /** Gives the site's name, or says that there is none. */
  function siteTyped(by: Said['by'], text: string): string | undefined {
    const site = siteOf(text.trim());
    if (!site) said.value = { by, tone: 'error', text: translate('options.notASite', text.trim()) };
    return site;
  }

  /** The browser's question has to come straight from the click: nothing may be awaited before it. */
  function addSite(site: Site): void {
    const answer = requestSite(site);
    void attempt('hover', async () => {
      if (await answer) await addHover(site);
      else said.value = { by: 'hover', tone: 'error', text: translate('options.hoverRefused') };
    });
  }

  const actions: OptionsActions = {
    ...connection.actions,
    async checkSaving(board) {
      isChecking.value = true;
      await attempt('check', async () => {
        await send('checkSaving', board);
        say('check', 'options.checkDone', board.label);
      });
      isChecking.value = false;
    },
    changeSettings(change) {
      settingsView.value = { ...settingsView.value, ...change };
      void changeSettings(change);
    },
    changePlaces: (change) => void boardChoices.change(change),
    addSiteBoard(text, place) {
      const host = siteTyped('boards', text);
      if (!host) return;
      const others = boardChoices.places.value.bySite.filter((site) => site.host !== host);
      void attempt('boards', () => boardChoices.change({ bySite: [...others, { host, place }] }));
    },
    addHover(text) {
      const site = siteTyped('hover', text);
      if (site) addSite(site);
    },
    async setVideoPins(isOn) {
      const answer = isOn && requestVideoUpload();
      settingsView.value = { ...settingsView.value, videoPins: isOn };
      const { videoPins } = await changeSettings({ videoPins: await answer });
      settingsView.value = { ...settingsView.value, videoPins };
      if (!videoPins) await dropVideoUpload();
    },
    addHoverEverywhere: () => addSite('everywhere'),
    dropHover: (site) =>
      void attempt('hover', async () => {
        await dropHover(site);
        await dropSite(site);
      }),
    copy: (text) => void navigator.clipboard.writeText(text),
    openShortcuts: () => void openShortcutSettings(),
    exportSettings() {
      download('tack-settings.json', exportSettings(settingsView.value));
      say('data', 'options.exported');
    },
    importSettings: (text) =>
      void attempt('data', async () => {
        await settings.set(readSettings(text));
        say('data', 'options.imported');
      }),
    clearHistory: () =>
      void attempt('data', async () => {
        await send('clearHistory');
        say('data', 'options.historyCleared');
      }),
    deleteEverything: () =>
      void attempt('data', async () => {
        await send('deleteEverything');
        say('data', 'options.allDeleted');
      }),
  };
  return { model, actions };
}
