import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Print } from './job.ts';
import { couldBecome, isForeign, keptFields, looksAlike, rewrittenFields, type TextField } from './lookalike.ts';
import { hashText, normalise } from './print.ts';

const text = fc.constantFrom('', 'a', 'b');
const print: fc.Arbitrary<Print> = fc.record({
  link: text,
  title: text,
  description: text,
  aspect: fc.constantFrom(0, 1, 1.01, 1.5),
});
const rewritten = fc.uniqueArray(fc.constantFrom<TextField>('link', 'title', 'description')).map((all) => new Set(all));

test('looking alike is the same both ways, and holds for a print and itself', () => {
  fc.assert(
    fc.property(print, print, rewritten, (one, other, fields) => {
      expect(looksAlike(one, other, fields)).toBe(looksAlike(other, one, fields));
      expect(looksAlike(one, one, fields)).toBe(true);
    }),
  );
});

test('a look-alike stays one when Pinterest changes the fields it was seen to change', () => {
  fc.assert(
    fc.property(print, rewritten, (one, fields) => {
      const changed = { ...one };
      for (const field of fields) changed[field] = 'changed';
      expect(looksAlike(one, changed, fields)).toBe(true);
    }),
  );
});

test('whatever looks alike could also be a changed one', () => {
  fc.assert(fc.property(print, print, (one, other) => !looksAlike(one, other, new Set()) || couldBecome(one, other)));
});

test('nothing is foreign to itself, to a look-alike, or where Pinterest may have changed every text', () => {
  fc.assert(
    fc.property(print, print, rewritten, (one, other, kept) => {
      expect(isForeign(one, one, kept)).toBe(false);
      if (one.link === other.link && one.link !== '') expect(isForeign(one, other, kept)).toBe(false);
      if (kept.size === 0) expect(isForeign(one, other, kept)).toBe(false);
    }),
  );
});

test('a saved Pin has its own words: none is foreign to it', () => {
  const one = { link: 'a', title: 'a', description: 'a', aspect: 1, parentPinId: '7' };
  const other = { link: 'b', title: 'b', description: 'b', aspect: 1 };
  expect(isForeign(one, other, new Set(['link', 'title']))).toBe(false);
});

test('an empty link is no likeness when the words differ', () => {
  const bare = { link: '', description: '', aspect: 0 };
  expect(looksAlike({ ...bare, title: 'a' }, { ...bare, title: 'b' }, new Set())).toBe(false);
});

test('a saved Pin is known by its parent, whatever it says', () => {
  const one = { link: 'a', title: 'a', description: 'a', aspect: 1 };
  expect(looksAlike({ ...one, parentPinId: '7' }, { ...one, title: 'b', link: 'b', parentPinId: '7' }, new Set())).toBe(
    true,
  );
  expect(looksAlike({ ...one, parentPinId: '7' }, { ...one, parentPinId: '8' }, new Set())).toBe(false);
});

test('entities, white space and composed characters make no difference, words do', () => {
  expect(normalise('Caf\u0065\u0301 &amp;\n  Cr&egrave;me &#8211; &#x27;a&#39;')).toBe("Café & Cr&egrave;me – 'a'");
  expect(hashText('A  cake')).toBe(hashText(' A cake\n'));
  expect(hashText('A cake')).not.toBe(hashText('A cakes'));
  expect(hashText(' ')).toBe('');
  expect(normalise('&#1114112;')).toBe('&#1114112;');
});

test('fields that came back changed are named', () => {
  const sent = { link: hashText('https://a.test/'), title: hashText('A'), description: '', aspect: 1 };
  const pin = {
    id: '1',
    createdServerMs: 0,
    aspect: 1,
    pictureUrl: '',
    isOwner: true,
    title: 'A',
    description: '',
    link: 'https://a.test/?x',
  };
  expect(rewrittenFields(sent, pin)).toEqual(['link']);
  expect(keptFields(sent, pin)).not.toContain('link');
});
