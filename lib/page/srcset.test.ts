import { describe, expect, it, test } from 'vitest';
import { parseSrcset } from './srcset.ts';

/** Cases of the HTML standard's "parse a srcset attribute", as the entries that have to come out: url, w, h, x. */
type Entry = [url: string, descriptor?: `${number}${'w' | 'x'}` | `${number}w ${number}h`];

const cases: [group: string, srcset: string, entries: Entry[]][] = [
  ['splitting', '', []],
  ['splitting', ',', []],
  ['splitting', ',,,', []],
  ['splitting', '  a.png  1x  ', [['a.png', '1x']]],
  ['splitting', '\t\ta.png\t\t1x\t\t', [['a.png', '1x']]],
  ['splitting', '\n\na.png\n\n1x\n\n', [['a.png', '1x']]],
  ['splitting', '\f\fa.png\f\f1x\f\f', [['a.png', '1x']]],
  ['splitting', '\r\ra.png\r\r1x\r\r', [['a.png', '1x']]],
  ['splitting', '\v\va.png\v\v1x\v\v', [['\v\va.png\v\v1x\v\v']]],
  ['splitting', '\u00a0a.png', [['\u00a0a.png']]],
  ['splitting', 'a.png\u00a0', [['a.png\u00a0']]],
  ['splitting', 'a.png', [['a.png']]],
  ['splitting', 'a.png ,', [['a.png']]],
  ['splitting', 'a.png,,, , ', [['a.png']]],
  ['splitting', ' , ,,a.png', [['a.png']]],
  ['splitting', 'data:,a', [['data:,a']]],
  ['splitting', 'f?x=1,y=2 2x,g.png', [['f?x=1,y=2', '2x'], ['g.png']]],
  ['tokens', 'a ( , b 1x, ), c', [['c']]],
  ['tokens', 'a ((( , b 1x, ), c', [['c']]],
  ['tokens', 'a [ , b 1x, ], c', [['b', '1x'], [']'], ['c']]],
  ['tokens', 'a { , b 1x, }, c', [['b', '1x'], ['}'], ['c']]],
  ['tokens', 'a " , b 1x, ", c', [['b', '1x'], ['"'], ['c']]],
  ['tokens', 'a \\,b;\\,c, d', [['b;\\,c'], ['d']]],
  ['tokens', 'a, b (', [['a']]],
  ['tokens', 'a, b (,', [['a']]],
  ['tokens', 'a, b (x', [['a']]],
  ['tokens', 'a, b ()', [['a']]],
  ['tokens', 'a (, b', []],
  ['tokens', 'a /*, b, c */', [['b']]],
  ['tokens', 'a //, b', [['b']]],
  ['tokens', 'a foo', []],
  ['tokens', 'a foo 1x', []],
  ['tokens', 'a 1x foo', []],
  ['pairs', 'a 1x 1x', []],
  ['pairs', 'a 1w 1w', []],
  ['pairs', 'a 1h 1h', []],
  ['pairs', 'a 1w 1x', []],
  ['pairs', 'a 1x 1w', []],
  ['pairs', 'a 1w 1h', [['a', '1w 1h']]],
  ['pairs', 'a 1h 1w', [['a', '1w 1h']]],
  ['pairs', 'a 1h 1x', []],
  ['pairs', 'a 1h', []],
  ['pairs', 'a 1h 1w 1x', []],
];

const wrongIntegers =
  '0 -1 1.0 1e0 +1 Infinity NaN 0x1 0X1 1\u0001 1\u00a0 1\u1680 1\u2003 1\u3000 1\ufeff \u00a01 \u30001'.split(' ');
const floats: [string, number | undefined][] = [
  ['0', 0],
  ['-0', -0],
  ['1e0', 1],
  ['1E0', 1],
  ['1e-1', 0.1],
  ['1.5e1', 15],
  ['.5', 0.5],
  ['.5e1', 5],
  ['1.0', 1],
  ...['-1', '-', '.', '-.', '1.', '1e1.5', '+1', 'Infinity', 'NaN', '0x1', '1\u00a0', '\u30001'].map(
    (text): [string, undefined] => [text, undefined],
  ),
];

function written([url, descriptor]: Entry) {
  const read: Record<string, unknown> = { url };
  for (const word of descriptor?.split(' ') ?? []) {
    read[{ w: 'widthPx', h: 'heightPx', x: 'density' }[word.at(-1) ?? ''] ?? ''] = Number(word.slice(0, -1));
  }
  return read;
}

describe('parseSrcset', () => {
  test.each(cases)('%s: %j', (_group, srcset, entries) => {
    expect(parseSrcset(srcset)).toEqual(entries.map(written));
  });

  test.each(wrongIntegers)('takes %j for no width and no height', (text) => {
    expect(parseSrcset(`a ${text}w`)).toEqual([]);
    expect(parseSrcset(`a 1w ${text}h`)).toEqual([]);
  });

  test.each(floats)('reads the density %j as %j', (text, density) => {
    expect(parseSrcset(`a ${text}x`)).toEqual(density === undefined ? [] : [{ url: 'a', density }]);
  });

  it('keeps commas inside addresses, as image services write them', () => {
    const base = 'https://i.kinja.test/upload/c_fill,f_auto,h_180,w_';
    expect(parseSrcset(`${base}320/a.jpg 320w, ${base}470/a.jpg 470w`)).toEqual([
      { url: `${base}320/a.jpg`, widthPx: 320 },
      { url: `${base}470/a.jpg`, widthPx: 470 },
    ]);
  });

  it('reads units in lower case only', () => {
    expect(parseSrcset('a 1W, b 1X, c 1w 1H')).toEqual([]);
  });
});
