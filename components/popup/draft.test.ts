import { describe, expect, test } from 'vitest';
import { picture } from '../../tests/gallery/made-up.ts';
import { commonText, edit, emptyDraft, keepsItsText, pictureKey, textsOf, toPins } from './draft.ts';

const [one, other] = [picture(0), picture(1)];

describe('the draft', () => {
  test('a picture has the page’s texts until someone types', () => {
    expect(textsOf(one, emptyDraft).title).toBe('Plum cake on a blue plate');
    const draft = edit(emptyDraft, [one.key], 'title', 'Cake');
    expect(textsOf(one, draft)).toEqual({ ...textsOf(one, emptyDraft), title: 'Cake' });
    expect(textsOf(other, draft)).toEqual(textsOf(other, emptyDraft));
  });

  test('an emptied text stays empty', () => {
    expect(textsOf(one, edit(emptyDraft, [one.key], 'title', '')).title).toBe('');
  });

  test('several pictures are edited at once, and keep what was typed for one of them otherwise', () => {
    const single = edit(emptyDraft, [one.key], 'altText', 'A cake');
    const both = edit(single, [one.key, other.key], 'title', 'Plums');
    expect(toPins([[other], [one]], both, () => [])).toMatchObject([
      { key: other.key, title: 'Plums', altText: 'Slices on a rack' },
      { key: one.key, title: 'Plums', altText: 'A cake' },
    ]);
  });

  test('a common text is one that all share', () => {
    expect(commonText([one, other], emptyDraft, 'title')).toBeUndefined();
    expect(commonText([one, other], emptyDraft, 'link')).toBe('https://plums.example/cake');
    expect(commonText([one, other], edit(emptyDraft, [one.key, other.key], 'title', 'Plums'), 'title')).toBe('Plums');
  });

  test('an existing Pin keeps its own text, until it is to become a new one', () => {
    const pin = picture(0, { pinId: '42' });
    expect(keepsItsText(pin, emptyDraft)).toBe(true);
    expect(keepsItsText(pin, { ...emptyDraft, asNewPin: [pin.key] })).toBe(false);
    expect(keepsItsText(one, emptyDraft)).toBe(false);
  });

  test('a picture keeps its key when the page is read again and ids changed', () => {
    expect(pictureKey({ id: 3, url: 'https://a.example/b.jpg' })).toBe(
      pictureKey({ id: 9, url: 'https://a.example/b.jpg' }),
    );
    expect(pictureKey({ id: 3, handle: 7 })).toBe('handle:7');
  });
});
