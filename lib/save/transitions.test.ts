import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settledStates } from './job.ts';
import { JobState } from './job-state.ts';
import { assertTransition, birthStates, transitions } from './transitions.ts';

test('the drawing in docs/outbox.md has exactly the arrows of the table', () => {
  const page = readFileSync('docs/outbox.md', 'utf8');
  const [, drawing = ''] = /```mermaid\n([\s\S]*?)```/.exec(page) ?? [];
  const drawn = [...drawing.matchAll(/^ +(\S+) --> (\S+?)(?:: (.*))?$/gm)].map(([, from, to, why]) => [from, to, why]);
  const name = (state: string) => state.replace('-', '_');
  const births = birthStates.map((state) => ['[*]', state, undefined]);
  const arrows = Object.entries(transitions).flatMap(([from, targets]) =>
    Object.entries(targets).map(([to, why]) => [name(from), name(to), why]),
  );
  expect(drawn).toEqual([...births, ...arrows]);
});

test('every state can be reached, and only settled ones are left by nothing but undo', () => {
  const reached = new Set([...birthStates, ...Object.values(transitions).flatMap((targets) => Object.keys(targets))]);
  expect([...reached].sort()).toEqual([...JobState.options].sort());
  const ends = JobState.options.filter((state) => Object.keys(transitions[state]).every((to) => to === 'undoing'));
  expect(new Set(ends)).toEqual(settledStates);
});

test('an arrow that is not drawn is refused', () => {
  expect(() => assertTransition('undone', 'waiting')).toThrow('A job may not go from undone to waiting');
  expect(() => assertTransition('waiting', 'waiting')).not.toThrow();
});
