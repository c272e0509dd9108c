import { describe, expect, test } from 'vitest';
import type { Target } from '../../lib/save/request.ts';
import { emptyDraft } from './draft.ts';
import { boardIdsOf, placeOf, replaceTarget, targetsOf, toggleTarget, withTarget } from './targets.ts';

const recipes: Target = { boardId: '1', label: 'Recipes', secret: false };
const cakes: Target = { boardId: '1', sectionId: '9', label: 'Recipes › Cakes', secret: false };
const garden: Target = { boardId: '2', label: 'Garden', secret: false };
const autumn: Target = { newBoard: 'Autumn', label: 'Autumn', secret: false };
const two = { ...emptyDraft, target: recipes, also: [garden] };

describe('the boards of a draft', () => {
  test('begin with the one in the box', () => {
    expect(targetsOf(emptyDraft)).toEqual([]);
    expect(targetsOf(two)).toEqual([recipes, garden]);
  });

  test('are as many boards of Pinterest as exist already, a section counting as its board', () => {
    expect(boardIdsOf([cakes, autumn, garden, recipes])).toEqual(['1', '2']);
  });

  test('are one more after a board is added, a section of a chosen board too, and one fewer after the same again', () => {
    const three = toggleTarget(two, cakes);
    expect(targetsOf(three)).toEqual([recipes, garden, cakes]);
    expect(targetsOf(toggleTarget(three, { ...garden, label: 'Renamed' }))).toEqual([recipes, cakes]);
    expect(targetsOf(toggleTarget(emptyDraft, garden))).toEqual([garden]);
  });

  test('never end: the last stays, and the next takes the place of the first', () => {
    const one = toggleTarget(two, recipes);
    expect(one).toEqual({ ...emptyDraft, target: garden });
    expect(toggleTarget(one, garden)).toBe(one);
  });

  test('hold no board twice when another comes into the box', () => {
    expect(targetsOf(withTarget(two, garden))).toEqual([garden]);
    expect(targetsOf(withTarget(two, cakes))).toEqual([cakes, garden]);
  });

  test('keep their order when one is changed', () => {
    const draft = { ...two, also: [autumn, garden] };
    expect(targetsOf(replaceTarget(draft, { ...autumn, secret: true }))).toEqual([
      recipes,
      { ...autumn, secret: true },
      garden,
    ]);
  });
});

test('a new board or section is the same however its name is written', () => {
  expect(placeOf(autumn)).toBe(placeOf({ ...autumn, newBoard: 'AUTUMN', secret: true }));
  const soups: Target = { boardId: '1', newSection: 'Süße', label: '', secret: false };
  expect(placeOf(soups)).toBe(placeOf({ ...soups, newSection: 'süße' }));
  expect(placeOf(soups)).not.toBe(placeOf(recipes));
});
