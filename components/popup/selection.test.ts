import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { automatic, chosen, click, extend, selectAll, toggle } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];

describe('the selection', () => {
  test('the first click replaces what only Tack had chosen, later clicks add and take out', () => {
    const first = click(automatic('a'), 'c');
    expect(first.keys).toEqual(['c']);
    const second = click(first, 'a');
    expect(second.keys).toEqual(['c', 'a']);
    expect(click(second, 'c').keys).toEqual(['a']);
  });

  test('a click on what Tack proposed takes it out', () => {
    expect(click(automatic('a'), 'a').keys).toEqual([]);
  });

  test('Space adds to what Tack proposed', () => {
    expect(toggle(automatic('a'), 'c').keys).toEqual(['a', 'c']);
  });

  test('Shift chooses from the anchor, grows, shrinks and turns', () => {
    const start = toggle(chosen([]), 'c');
    const grown = extend(start, order, 'e');
    expect(grown.keys).toEqual(['c', 'd', 'e']);
    expect(extend(grown, order, 'd').keys).toEqual(['c', 'd']);
    expect(extend(grown, order, 'a').keys).toEqual(['c', 'a', 'b']);
  });

  test('Shift keeps what was chosen before elsewhere', () => {
    expect(extend(chosen(['a', 'c']), order, 'd').keys).toEqual(['a', 'c', 'd']);
  });

  test('an anchor that is filtered away starts the range anew', () => {
    expect(extend(chosen(['gone']), order, 'b').keys).toEqual(['gone', 'b']);
  });

  test('all of those shown are chosen, in the order of choosing', () => {
    expect(selectAll(chosen(['d']), order).keys).toEqual(['d', 'a', 'b', 'c', 'e']);
  });

  test('whatever is pressed, no picture is chosen twice', () => {
    const step = fc.tuple(fc.constantFrom('click', 'toggle', 'extend', 'all'), fc.constantFrom(...order));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let selection = automatic('a');
        for (const [name, key] of steps) {
          if (name === 'click') selection = click(selection, key);
          else if (name === 'toggle') selection = toggle(selection, key);
          else if (name === 'extend') selection = extend(selection, order, key);
          else selection = selectAll(selection, order);
          expect(new Set(selection.keys).size).toBe(selection.keys.length);
          expect(order).toEqual(expect.arrayContaining([...selection.keys]));
        }
      }),
    );
  });
});
