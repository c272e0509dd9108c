import { describe, expect, it, test } from 'vitest';
import { cut, firstWords, headed, isJunk, isNameOf, tidy, withoutSite } from './words.ts';

test.each([
  'IMG_2041.jpg',
  'DSC_0042',
  'image',
  'Photo',
  'untitled',
  'https://a.test/x',
  'hero-banner-final',
  'x',
  '…',
  'Image 1 of 5',
  'Pin it',
])('%j says nothing about a picture', (text) => {
  expect(isJunk(text)).toBe(true);
});

test.each(['Lasagna', 'Mac & Cheese', 'The best photo of Rome', 'Sun-dried tomatoes', '红烧肉'])(
  '%j says something',
  (text) => {
    expect(isJunk(text)).toBe(false);
  },
);

describe('withoutSite', () => {
  test.each([
    ['Best Lasagna - Tasty Kitchen', 'Tasty Kitchen', 'tastykitchen.test', 'Best Lasagna'],
    ['Best Lasagna | Recipes | Tasty Kitchen', 'Tasty Kitchen', 'a.test', 'Best Lasagna | Recipes'],
    ['Tasty Kitchen: Best Lasagna', 'Tasty Kitchen', 'a.test', 'Tasty Kitchen: Best Lasagna'],
    ['Tasty Kitchen | Best Lasagna', 'Tasty Kitchen', 'a.test', 'Best Lasagna'],
    ['Best Lasagna – tastykitchen.com', '', 'www.tastykitchen.com', 'Best Lasagna'],
    ['Rome - the eternal city', 'Travels', 'travels.test', 'Rome - the eternal city'],
    ['Tasty Kitchen', 'Tasty Kitchen', 'a.test', 'Tasty Kitchen'],
    ['Best Lasagna: Tasty Kitchen', 'Tasty Kitchen', 'a.test', 'Best Lasagna'],
    ['Best Lasagna · Tasty Kitchen', 'Tasty Kitchen', 'a.test', 'Best Lasagna'],
    ['Best Lasagna ⋆ Tasty Kitchen', 'Tasty Kitchen', 'a.test', 'Best Lasagna'],
    ['Best Lasagna — The Tasty Kitchen', 'Tasty Kitchen', 'a.test', 'Best Lasagna'],
    ['Best Lasagna – Tasty Kitchen – Food from home', 'Tasty Kitchen', 'a.test', 'Best Lasagna'],
    ['Best Lasagna | Tasty Kitchen: food from home', 'Tasty Kitchen', 'a.test', 'Best Lasagna'],
    ['Sun-dried tomatoes - how to', 'Tasty Kitchen', 'a.test', 'Sun-dried tomatoes - how to'],
    ['Storm takes the pier - nytimes.com', '', 'www.nytimes.com', 'Storm takes the pier'],
    ['Lemon tart | NYT', '', 'cooking.nyt.test', 'Lemon tart'],
    ['Amazon.test: Blue cup : Kitchen', '', 'www.amazon.test', 'Blue cup : Kitchen'],
    ['红烧肉的做法_美食网', '美食网', 'a.test', '红烧肉的做法'],
    ['肉じゃが｜料理の店', '料理の店', 'a.test', '肉じゃが'],
    ['C++ / Rust: a comparison', 'Rust Weekly', 'a.test', 'C++ / Rust: a comparison'],
  ])('%s of %s', (title, site, host, bare) => {
    expect(withoutSite(title, [site], host)).toBe(bare);
  });
});

it('decodes entities and drops markup and line ends', () => {
  expect(tidy(' Mac &amp; <b>Cheese</b>\n &#39;n&#x27; more ')).toBe("Mac & Cheese 'n' more");
});

it('takes the first text that says something', () => {
  expect(firstWords([undefined, '', 'IMG_1.jpg', ' Lasagna ', 'Other'])).toBe('Lasagna');
});

it('cuts at a word and never inside a character', () => {
  expect(cut('one two three', 9)).toBe('one two…');
  expect(cut('🍰'.repeat(20), 6)).toBe('🍰🍰…');
  expect(cut('👩‍👩‍👧‍👦'.repeat(3), 20)).toBe('👩‍👩‍👧‍👦…');
  expect(cut('🇮🇹🇫🇷🇯🇵', 7)).toBe('🇮🇹…');
  expect(cut('e\u0301e\u0301e\u0301', 4)).toBe('e\u0301…');
  expect(cut('short', 9)).toBe('short');
});

it.each([
  ['Best Lasagna | Food from home', 'Best Lasagna', 'Best Lasagna'],
  ['Recipes » Best lasagna » Food', 'Best Lasagna', 'Best lasagna'],
  ['Best Lasagna | Food from home', 'Food from us', 'Best Lasagna | Food from home'],
  ['Best Lasagna', '', 'Best Lasagna'],
])('of %j the heading %j leaves %j', (title, heading, left) => {
  expect(headed(title, heading)).toBe(left);
});

it.each([
  ['Best Lasagna', 'Best Lasagna Ever', true],
  ["Grandma's best lasagna", 'Lasagna', true],
  ['Ninja Air Fryer Max', 'The 10 best air fryers of the year', false],
  ['红烧肉', '红烧肉的做法', true],
])('%j names the thing of %j: %j', (name, text, is) => {
  expect(isNameOf(name, text)).toBe(is);
});
