import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { extensionIdOf, openPopup, workerOf } from './browser.ts';
import {
  boardBox,
  boardList,
  choose,
  expectText,
  popupOver,
  press,
  pressSave,
  type Room,
  recipe,
  type State,
  selectAll,
  site,
  withPictures,
} from './room.ts';
import { connectOwnApp } from './steps.ts';
import type { Words } from './words.ts';

interface Saved {
  readonly name: string;
  /** What the popup then says. */
  readonly says: (words: Words) => string;
  readonly before?: (room: Room) => unknown;
  readonly url?: string;
  readonly count?: number;
}

/** A state after a save. */
function saved({ name, says, before, url = recipe, count = 1 }: Saved): State {
  return {
    name,
    isConnected: true,
    async reach(room) {
      await before?.(room);
      const popup = await withPictures(room, url);
      if (count > 1) await selectAll(room, popup);
      await choose(room, popup, 'Garden');
      await pressSave(room, popup, count);
      await expectText(popup, says(room.words));
      return popup;
    },
  };
}

/** A state that a connected person meets on opening, or after a few presses. */
function connected(name: string, then: (room: Room, popup: Page) => Promise<unknown>, url = recipe): State {
  return {
    name,
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room, url);
      await then(room, popup);
      return popup;
    },
  };
}

/** A page that has nothing to show, told by its heading. */
function nothing(name: string, url: string, title: Parameters<Words['t']>[0]): State {
  return {
    name,
    isConnected: false,
    async reach(room) {
      const popup = await popupOver(room, url);
      await popup.getByRole('heading', { name: room.words.t(title) }).waitFor();
      return popup;
    },
  };
}

async function fileOnDisk(): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'tack-page-')), 'page.html');
  await writeFile(file, '<!doctype html><title>On this computer</title><img src="picture.jpg" alt="">');
  return pathToFileURL(file).href;
}

/** What is loaded from a folder may read files; what comes from a store may not, until the person allows it. */
async function takeFileAccess({ context }: Room): Promise<void> {
  const id = await extensionIdOf(context);
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }).chrome;
    // The change loads the extension anew, and only a developer's browser lets one from a folder in.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, fileAccess: false });
  }, id);
  await expect.poll(() => context.serviceWorkers().length).toBeGreaterThan(0);
  await page.close();
}

interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(change: { extensionId: string; fileAccess: boolean }): Promise<void>;
}

/** A refusal of every pin, with an answer that the popup has words for. */
const refusal = (status: number, code: number, message: string) => ({
  kind: 'error' as const,
  status,
  code,
  message,
  method: 'POST',
  path: '/pins$',
});

/** Every state of the popup that the shipped build can be brought into from outside. */
export const popupStates: readonly State[] = [
  { name: 'not-connected', isConnected: false, reach: (room) => withPictures(room) },
  {
    name: 'hand-over',
    isConnected: false,
    async reach(room) {
      const { t } = room.words;
      const popup = await withPictures(room, `${site}/many?n=10`);
      await selectAll(room, popup);
      await press(room, popup, 'popup.saveWithPinterest');
      await popup
        .getByRole('status')
        .getByText(t('popup.handOver.position', 1, 10))
        .waitFor();
      return popup;
    },
  },
  {
    name: 'without-address',
    isConnected: false,
    async reach(room) {
      const popup = await withPictures(room, `${site}/walls`);
      await popup.getByRole('option', { name: /Made here/ }).waitFor();
      await selectAll(room, popup);
      await popup.locator('.notice').first().waitFor();
      return popup;
    },
  },
  nothing('empty', `${site}/empty`, 'popup.empty.title'),
  nothing('still-loading', `${site}/never?empty`, 'popup.stillLoading.title'),
  nothing('nopin', 'https://collector.test/nopin-page.html', 'popup.nopin.title'),
  nothing('browser-page', 'chrome://version/', 'popup.unreadable.browser.title'),
  nothing('store-page', 'https://chromewebstore.google.com/detail/tack', 'popup.unreadable.store.title'),
  nothing('pdf', `${site}/odd/menu.pdf`, 'popup.unreadable.pdf.title'),
  {
    name: 'file-page',
    isConnected: false,
    async reach(room) {
      await takeFileAccess(room);
      const popup = await popupOver(room, await fileOnDisk());
      await popup.getByRole('heading', { name: room.words.t('popup.unreadable.file.title') }).waitFor();
      return popup;
    },
  },
  { name: 'right-to-left-page', isConnected: false, reach: (room) => withPictures(room, `${site}/rtl`) },
  connected('one', (room, popup) => choose(room, popup, 'Recipes')),
  connected('several', selectAll, `${site}/many?n=9`),
  connected('more-open', (room, popup) => press(room, popup, 'popup.more')),
  connected('picker-open', (room, popup) => boardBox(room, popup).press('ArrowDown')),
  connected('picker-typed', (room, popup) => boardBox(room, popup).fill('supe')),
  connected('sections-open', async (room, popup) => {
    await boardBox(room, popup).fill('Recipes');
    // Forward in what was typed, which is Latin in every language.
    await boardBox(room, popup).press('ArrowRight');
    await boardList(room, popup).getByRole('option', { name: /Soups/ }).waitFor();
  }),
  connected('new-board', (room, popup) => choose(room, popup, 'Autumn')),
  connected('hidden-open', (room, popup) =>
    popup.getByRole('button', { name: room.words.plural('popup.hiddenCount', 2) }).click(),
  ),
  connected('linked', async (room, popup) => {
    await choose(room, popup, 'suppen');
    await expectText(popup, room.words.plural('popup.linked', 1, 'Süße Suppen'));
  }),
  connected('cut', async (room, popup) => {
    await press(room, popup, 'popup.cut.title');
    await popup.getByRole('dialog').waitFor();
  }),
  connected('filter', async (room, popup) => {
    await press(room, popup, 'popup.filter');
    await popup.getByRole('searchbox').fill('zzz');
    await expectText(popup, room.words.t('popup.noMatch'));
  }),
  {
    name: 'no-boards',
    isConnected: true,
    boards: [],
    async reach(room) {
      const popup = await withPictures(room);
      await boardBox(room, popup).press('ArrowDown');
      await expectText(popup, room.words.t('picker.none'));
      return popup;
    },
  },
  {
    name: 'sandbox',
    isConnected: false,
    boards: [{ name: 'Recipes', environment: 'sandbox' }],
    async reach(room) {
      const { context, emulator, words } = room;
      await connectOwnApp(context, emulator, { words, environment: 'sandbox' });
      const popup = await withPictures(room);
      await expectText(popup, words.t('popup.sandbox'));
      return popup;
    },
  },
  {
    name: 'signed-out',
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room);
      room.emulator.tokens('revoke');
      await choose(room, popup, 'Garden');
      await pressSave(room, popup);
      await expectText(popup, room.words.t('popup.signedOut.title'));
      return popup;
    },
  },
  saved({ name: 'saved', says: ({ t }) => t('popup.savedTo', 'Garden') }),
  saved({
    name: 'saved-many',
    says: ({ plural }) => plural('popup.run.savedMany', 4, 'Garden'),
    url: `${site}/many?n=4`,
    count: 4,
  }),
  {
    name: 'saved-before',
    isConnected: true,
    async reach(room) {
      const first = await withPictures(room);
      await choose(room, first, 'Garden');
      await pressSave(room, first);
      await expectText(first, room.words.t('popup.savedTo', 'Garden'));
      await first.close();
      const [page] = room.context.pages().filter((open) => open.url() === recipe);
      if (!page) throw new Error('the recipe is gone');
      const popup = await openPopup(room.context, page);
      await popup.getByRole('option', { name: new RegExp(room.words.t('popup.savedTo', 'Garden')) }).waitFor();
      await pressSave(room, popup);
      await popup.getByRole('button', { name: room.words.t('popup.again.save') }).waitFor();
      return popup;
    },
  },
  {
    name: 'undone',
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room);
      await choose(room, popup, 'Garden');
      await pressSave(room, popup);
      await press(room, popup, 'popup.undo');
      await expectText(popup, room.words.t('popup.run.undone'));
      return popup;
    },
  },
  saved({
    name: 'sending',
    says: ({ t }) => t('popup.run.saving', 'Garden'),
    before: ({ emulator }) => emulator.fault({ kind: 'held', method: 'POST', path: '/pins$' }),
  }),
  saved({
    name: 'sending-many',
    says: ({ plural }) => plural('popup.run.savingMany', 4, 2),
    before: ({ emulator }) => emulator.fault({ kind: 'held', method: 'POST', path: '/pins$', nth: 3 }),
    url: `${site}/many?n=4`,
    count: 4,
  }),
  saved({
    name: 'link-blocked',
    says: ({ t }) => t('popup.notSaved'),
    before: ({ emulator }) => emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$' }),
  }),
  saved({
    name: 'partly-saved',
    says: ({ plural }) => plural('popup.run.partly', 1, 3),
    before: ({ emulator }) => emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$', nth: 2 }),
    url: `${site}/many?n=4`,
    count: 4,
  }),
  saved({
    name: 'board-gone',
    says: ({ t }) => t('popup.notSaved'),
    before: ({ emulator }) => emulator.fault(refusal(404, 40, 'Board not found.')),
  }),
  saved({
    name: 'trial',
    says: ({ t }) => t('popup.trial.title'),
    before: ({ emulator }) => emulator.fault({ kind: 'trial', method: 'POST', path: '/pins$' }),
  }),
  saved({
    name: 'paused',
    // The time of day is between these words.
    says: ({ t }) => t('popup.paused', '\n').split('\n')[0] ?? '',
    before: ({ emulator }) => emulator.fault({ kind: 'rate-limit', retryAfterS: 900, method: 'POST', path: '/pins$' }),
  }),
  {
    name: 'boards-failed',
    isConnected: false,
    async reach(room) {
      const { context, emulator, words } = room;
      emulator.fault({ kind: 'error', status: 403, code: 3, message: 'Authorization failed.', path: '/boards' });
      await connectOwnApp(context, emulator, { words });
      const popup = await withPictures(room);
      await popup
        .getByRole('button', { name: words.t('popup.tryAgain') })
        .first()
        .waitFor();
      return popup;
    },
  },
  {
    name: 'offline',
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room);
      await room.context.setOffline(true);
      await expectText(popup, room.words.t('popup.offline'));
      return popup;
    },
  },
  {
    name: 'waiting-offline',
    isConnected: true,
    async reach(room) {
      const popup = await withPictures(room);
      await choose(room, popup, 'Garden');
      await room.context.setOffline(true);
      const worker = await workerOf(room.context);
      await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(false);
      await pressSave(room, popup);
      await expectText(popup, room.words.plural('popup.waiting', 1));
      return popup;
    },
  },
];
