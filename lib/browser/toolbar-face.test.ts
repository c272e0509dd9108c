import { expect, test } from 'vitest';
import type { Plural } from '../words/plural.ts';
import type { Translate } from '../words/translate.ts';
import { type ToolbarState, toolbarFace } from './toolbar-face.ts';

const words: Translate = (key, ...values) => [key, ...values].join(' ');
const plural: Plural = (key, count) => `${key} ${count}`;
const calm: ToolbarState = {
  isConnected: true,
  waitingCount: 0,
  failedCount: 0,
  pausedUntilMs: undefined,
  isJustSaved: false,
};
const faceOf = (change: Partial<ToolbarState>) =>
  toolbarFace(
    { ...calm, ...change },
    { words, plural, clockTime: (atMs) => new Date(atMs).toISOString().slice(11, 16) },
  );

test.each<[string, Partial<ToolbarState>, string, string, string]>([
  ['connected', {}, 'on', '', 'toolbar.ready'],
  ['not connected', { isConnected: false }, 'off', '', 'toolbar.notConnected'],
  ['three saves wait', { waitingCount: 3 }, 'on', '3', 'toolbar.waiting 3'],
  ['many saves wait', { waitingCount: 1200 }, 'on', '99+', 'toolbar.waiting 1200'],
  ['a pause', { waitingCount: 2, pausedUntilMs: 50_700_000 }, 'on', '⏸', 'toolbar.paused 14:05'],
  ['a pause that holds nothing back', { pausedUntilMs: 50_700_000 }, 'on', '', 'toolbar.ready'],
  ['just saved', { isJustSaved: true, waitingCount: 4 }, 'on', '✓', 'toolbar.saved'],
  ['one needs the person', { failedCount: 1, isJustSaved: true, waitingCount: 4 }, 'on', '!', 'toolbar.failed 1'],
  ['signed out with saves kept', { isConnected: false, waitingCount: 2 }, 'off', '2', 'toolbar.waiting 2'],
])('%s', (_, state, icon, badge, title) => {
  expect(faceOf(state)).toMatchObject({ icon, badge, title });
});

test('a badge is never longer than what fits on the button', () => {
  for (const waitingCount of [1, 9, 10, 99, 100, 5000]) expect(faceOf({ waitingCount }).badge.length).toBeLessThan(4);
});
