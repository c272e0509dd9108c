import { expect, test } from 'vitest';
import { windowText } from './window-text.ts';

test.for([
  ['Plum cake', 'For September.', 'Plum cake – For September.'],
  ['Plum cake', '', 'Plum cake'],
  ['', 'For September.', 'For September.'],
  ['Plum cake', 'Plum cake for September.', 'Plum cake for September.'],
] as const)('“%s” and “%s” become one text that says nothing twice', ([title, description, text]) => {
  expect(windowText({ title, description })).toBe(text);
});

test('a long text is cut between characters', () => {
  const text = windowText({ title: 'Lemons', description: '🍋'.repeat(400) });
  expect(text.length).toBeLessThanOrEqual(500);
  expect(text.isWellFormed()).toBe(true);
});
