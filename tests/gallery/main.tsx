import { signal } from '@preact/signals';
import { render } from 'preact';
import type { PopupActions, PopupModel } from '../../components/popup/model.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { PluralProvider, WordsProvider } from '../../components/ui/words.tsx';
import { createPlural } from '../../lib/words/plural.ts';
import { states } from './states.ts';
import { createWords } from './words.ts';

/** `?state=one&dir=rtl&theme=dark`: one state of the popup, as it answers to a person, with every call written down. */
const wanted = new URLSearchParams(location.search);
const root = document.documentElement;
root.dir = wanted.get('dir') ?? 'ltr';
root.dataset['theme'] = wanted.get('theme') ?? '';
const usual = states[wanted.get('state') ?? 'one'];
if (!usual) throw new Error(`no such state; there are ${Object.keys(states).join(', ')}`);
const model = signal(usual);
const calls: unknown[][] = [];
const change = (more: Partial<PopupModel>) => {
  model.value = { ...model.value, ...more };
};
Object.assign(globalThis, { calls, change, pictures: () => model.value.pictures });

const note =
  (name: string) =>
  (...values: unknown[]) =>
    void calls.push([name, ...values]);
const actions: PopupActions = {
  changeDraft: (draft) => {
    model.value = { ...model.value, draft };
  },
  setMoreOpen: (isMoreOpen) => {
    model.value = { ...model.value, isMoreOpen };
  },
  save: note('save'),
  undo: note('undo'),
  undoAll: note('undoAll'),
  cancelRun: note('cancelRun'),
  remedy: note('remedy'),
  openPin: note('openPin'),
  cropHere: note('cropHere'),
  forgetMark: note('forgetMark'),
  connect: note('connect'),
  openOptions: note('openOptions'),
  openPins: note('openPins'),
  openQueue: note('openQueue'),
  nextHandOver: note('nextHandOver'),
  stopHandOver: note('stopHandOver'),
  takeShot: note('takeShot'),
  dropShot: note('dropShot'),
  cutShot: note('cutShot'),
  readPageAgain: note('readPageAgain'),
  addPictures: note('addPictures'),
  loadBoardsAgain: note('loadBoardsAgain'),
  loadSections: note('loadSections'),
  loadMorePictures: note('loadMorePictures'),
};

const words = createWords(Number(wanted.get('stretch') ?? 1));
function Gallery() {
  return (
    <WordsProvider value={words}>
      <PluralProvider value={createPlural(words, new Intl.PluralRules('en'))}>
        <Popup model={model.value} actions={actions} />
      </PluralProvider>
    </WordsProvider>
  );
}
render(<Gallery />, document.getElementById('root') ?? document.body);
