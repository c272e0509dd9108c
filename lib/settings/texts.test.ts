import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultTemplates } from './templates.ts';
import { fillTexts, hashtagsIn, withHashtags } from './texts.ts';

const texts = { title: 'Plum cake', description: 'For late summer.', altText: 'A cake', siteName: 'The Kitchen' };
const description = (template: string, change: Partial<typeof texts> = {}) =>
  fillTexts({ ...defaultTemplates, description: template }, { ...texts, ...change }).description;

describe('templates', () => {
  test("by default the page's own words go through unchanged", () => {
    const rough = { ...texts, title: '- Plum  cake -', description: '— so it said:' };
    expect(fillTexts(defaultTemplates, rough)).toEqual({ title: rough.title, description: rough.description });
  });

  test.each([
    ['{title} from {site}', 'Plum cake from The Kitchen'],
    ['{alt} · {description}', 'A cake · For late summer.'],
    ['{site} {nonsense}', 'The Kitchen {nonsense}'],
    ['Saved with love', 'Saved with love'],
    ['', ''],
  ])('"%s" becomes "%s"', (template, filled) => {
    expect(description(template)).toBe(filled);
  });

  test.each([
    ['{title} · {site}', { siteName: '' }, 'Plum cake'],
    ['{alt}: {title}', { altText: '' }, 'Plum cake'],
    ['{title} {alt} {site}', { altText: '' }, 'Plum cake The Kitchen'],
  ])('"%s" leaves no separator behind a text that is missing', (template, missing, filled) => {
    expect(description(template, missing)).toBe(filled);
  });

  test('what a page says is never read as a template', () => {
    expect(description('{title} {site}', { title: '{site} $& $1' })).toBe('{site} $& $1 The Kitchen');
  });

  test('the texts stay within what Pinterest takes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ maxLength: 3000 }), (title, template, said) => {
        const filled = fillTexts({ title: `${title}{title}`, description: template }, { ...texts, title: said });
        expect(filled.title.length).toBeLessThanOrEqual(100);
        expect(filled.description.length).toBeLessThanOrEqual(800);
      }),
    );
  });
});

describe('hashtags', () => {
  test("a board's hashtags follow the description", () => {
    expect(withHashtags('For late summer.', '#cake #Baking')).toBe('For late summer. #cake #Baking');
    expect(withHashtags('', '#cake')).toBe('#cake');
  });

  test('one that the description has already is not said twice', () => {
    expect(withHashtags('My #Cake', '#cake #baking')).toBe('My #Cake #baking');
  });

  test('adding them again changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.stringMatching(/^#[a-z]{1,9}$/)), (said, tags) => {
        const once = withHashtags(said, tags.join(' '));
        expect(withHashtags(once, tags.join(' '))).toBe(once);
      }),
    );
  });

  test('one that does not fit into 800 characters is left out whole', () => {
    expect(withHashtags('x'.repeat(793), '#cake #baking')).toBe(`${'x'.repeat(793)} #cake`);
  });

  test('they are found in every script', () => {
    expect(hashtagsIn('#Käse, #ケーキ #كعكة # not #cake#cake')).toEqual(['#Käse', '#ケーキ', '#كعكة', '#cake']);
  });
});
