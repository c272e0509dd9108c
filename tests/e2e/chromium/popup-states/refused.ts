import { expect } from '@playwright/test';
import { workerOf } from '../browser.ts';
import { addBoard, choose, expectText, pressSave, type State, site, withPictures } from '../room.ts';
import { connectOwnApp, deleteBoard } from '../steps.ts';
import { afterSave, connected } from './kinds.ts';

/** Where Pinterest, the network or the sign-in stands in the way. */
export const refusedStates: readonly State[] = [
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
  afterSave({
    name: 'link-blocked',
    says: ({ t }) => t('popup.notSaved'),
    before: ({ emulator }) => emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$' }),
  }),
  afterSave({
    name: 'partly-saved',
    says: ({ plural }) => plural('popup.run.partly', 1, 3),
    before: ({ emulator }) => emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$', nth: 2 }),
    url: `${site}/many?n=4`,
    count: 4,
  }),
  connected('partly-on-boards', async (room, popup) => {
    await choose(room, popup, 'Recipes');
    await addBoard(room, popup, 'Garden');
    await addBoard(room, popup, 'Reading corner');
    await deleteBoard(room.emulator, 'Garden');
    await pressSave(room, popup, 3);
    await expectText(popup, room.words.plural('popup.run.partly', 1, 2));
  }),
  afterSave({
    name: 'board-gone',
    says: ({ t }) => t('popup.notSaved'),
    before: ({ emulator }) => {
      const answer = { status: 404, code: 40, message: 'Board not found.' };
      emulator.fault({ kind: 'error', ...answer, method: 'POST', path: '/pins$' });
    },
  }),
  afterSave({
    name: 'trial',
    says: ({ t }) => t('popup.trial.title'),
    before: ({ emulator }) => emulator.fault({ kind: 'trial', method: 'POST', path: '/pins$' }),
  }),
  afterSave({
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
