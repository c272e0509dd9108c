import { describe, expect, test } from 'vitest';
import { createPlural } from '../../lib/words/plural.ts';
import type { Translate } from '../../lib/words/translate.ts';
import type { Run, RunState } from './model.ts';
import { runSentence } from './run-words.ts';
import { isSameSave } from './same-save.ts';

const t: Translate = (key, ...values) => [key, ...values].join(' ');
const plural = createPlural(t, new Intl.PluralRules('en'));
const run = (...states: RunState[]): Run => ({
  label: 'Recipes',
  items: states.map((state, index) => ({ key: `${index}`, state })),
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

describe('saving the same again', () => {
  const target = { boardId: '1', label: 'Recipes', secret: false };

  test('is held back while the save goes on and after it', () => {
    expect(isSameSave(run('saved'), [{ key: '0' }], target, false)).toBe(true);
    expect(isSameSave(run('sending'), [{ key: '0' }], target, false)).toBe(true);
  });

  test('is allowed to another board, with another picture, after a failure or an undo, and through the window', () => {
    expect(isSameSave(run('saved'), [{ key: '0' }], { ...target, label: 'Garden' }, false)).toBe(false);
    expect(isSameSave(run('saved'), [{ key: '0' }, { key: '1' }], target, false)).toBe(false);
    expect(isSameSave(run('failed'), [{ key: '0' }], target, false)).toBe(false);
    expect(isSameSave(run('undone'), [{ key: '0' }], target, false)).toBe(false);
    expect(isSameSave(run('sent'), [{ key: '0' }], target, true)).toBe(false);
    expect(isSameSave(undefined, [{ key: '0' }], target, false)).toBe(false);
  });
});
