import type { Page } from '@playwright/test';
import { extensionIdOf } from './browser.ts';
import type { Room, State } from './room.ts';
import { connectOwnApp, openOptions } from './steps.ts';

async function openWelcome({ context }: Room): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/welcome.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const options = ({ context, words }: Room) => openOptions(context, words);

/** States of Options and of *Welcome*. */
export const pageStates: readonly State[] = [
  { name: 'options', isConnected: false, reach: options },
  {
    name: 'options-refused',
    isConnected: false,
    async reach(room) {
      const page = await options(room);
      await page.getByRole('radio', { name: room.words.t('options.ownApp') }).check();
      await page.getByRole('button', { name: room.words.t('options.connect') }).click();
      await page.getByText(room.words.t('error.appIdMissing')).waitFor();
      return page;
    },
  },
  {
    name: 'options-relay',
    isConnected: false,
    async reach(room) {
      const page = await options(room);
      await page.getByRole('radio', { name: room.words.t('options.relay') }).check();
      await page.getByRole('textbox', { name: room.words.t('options.relayUrl') }).waitFor();
      return page;
    },
  },
  { name: 'options-connected', isConnected: true, reach: options },
  {
    name: 'options-sandbox',
    isConnected: false,
    async reach(room) {
      await connectOwnApp(room.context, room.emulator, { words: room.words, environment: 'sandbox' });
      return options(room);
    },
  },
  {
    name: 'options-delete',
    isConnected: true,
    async reach(room) {
      const page = await options(room);
      await page.getByText(room.words.t('options.kept')).click();
      await page.getByRole('button', { name: room.words.t('options.deleteAll') }).click();
      return page;
    },
  },
  { name: 'welcome', isConnected: false, reach: openWelcome },
  {
    name: 'welcome-practised',
    isConnected: false,
    async reach(room) {
      const page = await openWelcome(room);
      await page.getByRole('img', { name: room.words.t('welcome.practicePicture') }).click({ button: 'right' });
      await page.getByRole('menuitem').last().click();
      await page.getByText(room.words.t('toast.saved', room.words.t('welcome.practiceBoard'))).waitFor();
      return page;
    },
  },
];
