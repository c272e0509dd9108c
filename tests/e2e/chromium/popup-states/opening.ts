import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { extensionIdOf } from '../browser.ts';
import { popupOver, press, type Room, type State, selectAll, site, withPictures } from '../room.ts';
import type { Words } from '../words.ts';

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

/** What somebody who is not connected meets, also over pages that have nothing to show. */
export const openingStates: readonly State[] = [
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
];
