import { openPopup } from '../browser.ts';
import { choose, expectText, press, pressSave, recipe, type State, site, withPictures } from '../room.ts';
import { afterSave } from './kinds.ts';

/** Saves on their way, saved, and taken back. */
export const savingStates: readonly State[] = [
  afterSave({ name: 'saved', says: ({ t }) => t('popup.savedTo', 'Garden') }),
  afterSave({
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
  afterSave({
    name: 'sending',
    says: ({ t }) => t('popup.run.saving', 'Garden'),
    before: ({ emulator }) => emulator.fault({ kind: 'held', method: 'POST', path: '/pins$' }),
  }),
  afterSave({
    name: 'sending-many',
    says: ({ plural }) => plural('popup.run.savingMany', 4, 2),
    before: ({ emulator }) => emulator.fault({ kind: 'held', method: 'POST', path: '/pins$', nth: 3 }),
    url: `${site}/many?n=4`,
    count: 4,
  }),
];
