import { describe, expect, test } from 'vitest';
import { createPlural } from '../../lib/words/plural.ts';
import type { Translate } from '../../lib/words/translate.ts';
import type { Run, RunState } from './model.ts';
import { runSentence, tileStates } from './run-words.ts';
import { justSaved } from './same-save.ts';

const t: Translate = (key, ...values) => [key, ...values].join(' ');
const plural = createPlural(t, new Intl.PluralRules('en'));
/** Pictures on one board. */
const run = (...states: RunState[]): Run => ({
  items: states.map((state, index) => ({ id: `${index}`, key: `${index}`, label: 'Recipes', state })),
});
/** One picture on several boards. */
const onBoards = (...states: RunState[]): Run => ({
  items: states.map((state, index) => ({ id: `${index}`, key: 'a', label: `Board ${index}`, state })),
});

test.each<[RunState[], string]>([
  [['sending'], 'popup.run.saving Recipes'],
  [['saved', 'sending', 'waiting'], 'popup.run.savingMany_other 3 1'],
  [['saved', 'checking'], 'popup.run.checking'],
  [['saved'], 'popup.savedTo Recipes'],
  [['saved', 'saved'], 'popup.run.savedMany_other 2 Recipes'],
  [['failed'], 'popup.notSaved'],
  [['failed', 'failed'], 'popup.run.someFailed_other 2'],
  [['saved', 'failed'], 'popup.run.partly_one 1 1'],
  [['undone'], 'popup.run.undone'],
  [['undone', 'undone'], 'popup.run.undoneMany_other 2'],
  [['discarded'], 'popup.run.discarded'],
  [['undoing'], 'popup.run.undoing'],
  [['sent'], 'popup.run.sent_one 1'],
])('%s is said as "%s"', (states, sentence) => {
  expect(runSentence(run(...states), t, plural)).toBe(sentence);
});

test('offline it says that the save is kept, not that it goes on', () => {
  expect(runSentence(run('waiting'), t, plural, true)).toBe('popup.run.kept_one 1');
  expect(runSentence(run('waiting', 'sending'), t, plural, true)).toBe('popup.run.savingMany_other 2 0');
});

test.each<[RunState[], string]>([
  [['sending', 'waiting', 'waiting'], 'popup.run.savingMany_other 3 0'],
  [['saved', 'saved', 'saved'], 'popup.savedTo popup.boards_other 3'],
  [['saved', 'saved', 'failed'], 'popup.run.partly_one 1 2'],
  [['failed', 'failed', 'failed'], 'popup.notSaved'],
  [['undone', 'undone'], 'popup.run.undoneMany_other 2'],
])('one picture on several boards: %s is said as "%s"', (states, sentence) => {
  expect(runSentence(onBoards(...states), t, plural)).toBe(sentence);
});

test('several pictures on several boards are counted as pins, and as pictures where all failed', () => {
  const both = (state: RunState): Run => ({
    items: ['a', 'b'].flatMap((key) => ['Recipes', 'Garden'].map((label) => ({ id: key + label, key, label, state }))),
  });
  expect(runSentence(both('saved'), t, plural)).toBe('popup.run.savedMany_other 4 popup.boards_other 2');
  expect(runSentence(both('failed'), t, plural)).toBe('popup.run.someFailed_other 2');
});

test.each<[RunState[], RunState]>([
  [['saved', 'sending'], 'sending'],
  [['failed', 'saved'], 'failed'],
  [['failed', 'checking', 'saved'], 'checking'],
  [['saved', 'saved'], 'saved'],
])('a picture whose boards stand at %s shows as %s', (states, shown) => {
  expect(tileStates(onBoards(...states).items)).toEqual(new Map([['a', shown]]));
});

describe('saving the same again', () => {
  test('is noticed while the save goes on and after it', () => {
    expect(justSaved(run('saved'))([{ key: '0' }], 'Recipes')).toBe(true);
    expect(justSaved(run('sending'))([{ key: '0' }], 'Recipes')).toBe(true);
  });

  test('is no matter on another board, with another picture, after a failure or an undo, and through the window', () => {
    expect(justSaved(run('saved'))([{ key: '0' }], 'Garden')).toBe(false);
    expect(justSaved(run('saved'))([{ key: '1' }], 'Recipes')).toBe(false);
    expect(justSaved(run('failed'))([{ key: '0' }], 'Recipes')).toBe(false);
    expect(justSaved(run('undone'))([{ key: '0' }], 'Recipes')).toBe(false);
    expect(justSaved({ items: [{ id: '0', key: '0', state: 'sent' }] })([{ key: '0' }], '')).toBe(false);
    expect(justSaved(undefined)([{ key: '0' }], 'Recipes')).toBe(false);
  });
});
