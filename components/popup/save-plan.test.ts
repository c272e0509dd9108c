import { describe, expect, test } from 'vitest';
import type { Target } from '../../lib/save/request.ts';
import { picture } from '../../tests/gallery/made-up.ts';
import { sameShape, spokenFor } from './as-one.ts';
import { emptyDraft } from './draft.ts';
import type { Draft, Run, RunState } from './model.ts';
import { savePlan } from './save-plan.ts';

const recipes: Target = { boardId: '1', label: 'Recipes', secret: false };
const garden: Target = { boardId: '2', label: 'Garden', secret: false };
const size = { widthPx: 600, heightPx: 400 };
const [one, two, three] = [picture(0, size), picture(1, size), picture(2, size)];
const onOne: Draft = { ...emptyDraft, target: recipes };
const onBoth: Draft = { ...onOne, also: [garden] };
const asOne: Draft = { ...onOne, asOne: true };
const ran = (state: RunState, others: readonly string[] = []): Run => ({
  items: [{ id: 'a', key: one.key, ...(others.length > 0 && { others }), label: 'Recipes', state }],
});

describe('a press on Save', () => {
  test('makes a pin of every picture on every board', () => {
    const plan = savePlan([one, two], onBoth, undefined, false);
    expect(plan.pinCount).toBe(4);
    expect(plan.pins('all')).toMatchObject([
      { key: one.key, targets: [recipes, garden] },
      { key: two.key, targets: [recipes, garden] },
    ]);
  });

  test('leaves what stands on a board already to a question, and can go on with the rest', () => {
    const plan = savePlan([{ ...one, savedTo: ['Garden'] }, two], onBoth, ran('saved'), false);
    expect([plan.isDone, plan.hasRest]).toEqual([false, true]);
    expect(plan.before.map(({ key }) => key)).toEqual([one.key]);
    expect(plan.labels).toEqual(['Recipes', 'Garden']);
    expect(plan.pins('rest').map(({ targets }) => targets)).toEqual([[], [recipes, garden]]);
  });

  test('does nothing when all of it was just done, and all of it when that failed', () => {
    expect(savePlan([one], onOne, ran('sending'), false).isDone).toBe(true);
    expect(savePlan([one], onBoth, ran('saved'), false).isDone).toBe(false);
    expect(savePlan([one], onOne, ran('failed'), false)).toMatchObject({ isDone: false, before: [], hasRest: true });
  });

  test('knows no boards where Pinterest’s own window asks for them', () => {
    const plan = savePlan([one, two], { ...onBoth, asOne: true }, undefined, true);
    expect(plan).toMatchObject({ targets: [], pinCount: 2, mayBeOne: false, isOne: false, isDone: false });
  });
});

describe('several pictures as one pin', () => {
  test('are one, in the order of choosing', () => {
    const plan = savePlan([two, one, three], { ...asOne, also: [garden] }, undefined, false);
    expect(plan).toMatchObject({ isOne: true, isOddShape: false, pinCount: 2 });
    expect(plan.pins('all')).toMatchObject([
      { key: two.key, others: [one.key, three.key], targets: [recipes, garden] },
    ]);
  });

  test('are offered for two to five', () => {
    const many = Array.from({ length: 6 }, (_, index) => picture(index, size));
    const offered = [1, 2, 5, 6].map((count) => savePlan(many.slice(0, count), asOne, undefined, false).mayBeOne);
    expect(offered).toEqual([false, true, true, false]);
    expect(savePlan(many, asOne, undefined, false).pinCount).toBe(6);
  });

  test('are another pin than each of them alone, and than others', () => {
    expect(savePlan([one, two], asOne, ran('saved'), false)).toMatchObject({ isDone: false, before: [one] });
    expect(savePlan([one, two], asOne, ran('saved', [two.key]), false).isDone).toBe(true);
    expect(savePlan([one, three], asOne, ran('saved', [two.key]), false).isDone).toBe(false);
    expect(savePlan([two], onOne, ran('saved', [two.key]), false)).toMatchObject({ isDone: false, before: [two] });
  });

  test('have to be of one shape, as far as their sizes are known', () => {
    const shape = (widthPx: number, heightPx: number) => ({ widthPx, heightPx });
    expect(sameShape([shape(600, 400), shape(1201, 800), shape(0, 0)])).toBe(true);
    expect(sameShape([shape(600, 400), shape(600, 410)])).toBe(false);
    expect(sameShape([shape(0, 0), shape(0, 0)])).toBe(true);
    expect(savePlan([one, picture(1)], asOne, undefined, false).isOddShape).toBe(true);
  });

  test('have the words of the first, which is a new pin even if it was one', () => {
    const pin = picture(3, { ...size, pinId: '42' });
    expect(spokenFor([one, pin], asOne, true)).toEqual([one]);
    expect(spokenFor([pin, one], asOne, true)[0]).not.toHaveProperty('pinId');
    expect(spokenFor([pin, one], asOne, false)).toEqual([pin, one]);
  });
});
