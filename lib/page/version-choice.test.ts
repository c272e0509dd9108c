import { expect, test } from 'vitest';
import { bestOf, proposalsOf, shownVersion, untriedVersion } from './version-choice.ts';

const of = (url: string, widthPx: number) => ({ url: `https://a.test/${url}`, widthPx, heightPx: widthPx / 2 });

test.each([
  ['the widest of one format', of('s.jpg', 300), [of('m.jpg', 600), of('l.png', 2000)], 'l.png'],
  ['nothing of the same width', of('s.jpg', 300), [of('t.jpg', 300)], 's.jpg'],
  ['the same size in a format that Pinterest takes', of('a.avif', 800), [of('w.webp', 800), of('j.jpg', 800)], 'j.jpg'],
  ['a somewhat smaller one of such a format', of('s.jpg', 480), [of('l.webp', 2000), of('l.jpg', 1600)], 'l.jpg'],
  ['not one that is much smaller', of('s.jpg', 480), [of('l.webp', 2000)], 'l.webp'],
  ['a known size before an unknown one', of('s.jpg', 0), [of('m.jpg', 600)], 'm.jpg'],
])('takes %s', (_sentence, shown, others, best) => {
  expect(bestOf(shown, others).url).toBe(`https://a.test/${best}`);
});

const set = {
  ...of('480.jpg', 1600),
  larger: ['https://a.test/full.jpg'],
  shownWidthPx: 480,
  stated: 'https://a.test/1600.jpg',
};

test('a picture has the size of its best stated version, and is shown in its own', () => {
  expect(shownVersion(set)).toEqual(of('480.jpg', 480));
  expect(untriedVersion(set)).toEqual(of('1600.jpg', 1600));
  expect(proposalsOf(set)).toEqual(['https://a.test/1600.jpg', 'https://a.test/full.jpg']);
});

test('without a stated one what is shown is all that is known', () => {
  const plain = { ...of('480.jpg', 480), larger: ['https://a.test/full.jpg'] };
  expect(untriedVersion(plain)).toEqual(of('480.jpg', 480));
  expect(proposalsOf(plain)).toEqual(['https://a.test/full.jpg']);
});

test('what is shown is tried as well where another may take its place for its format', () => {
  const [url, larger] = ['https://a.test/2x.webp', ['https://a.test/1x.jpg']];
  expect(proposalsOf({ url, larger })).toEqual([url, ...larger]);
  expect(proposalsOf({ url, larger: [] })).toEqual([]);
  // Half the width is told of a picture for dense screens: its own is known once it was loaded by itself.
  expect(bestOf(of('2x.webp', 600), [of('2x.webp', 1200), of('1x.jpg', 600)])).toEqual(of('2x.webp', 1200));
});
