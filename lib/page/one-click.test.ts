import { expect, it } from 'vitest';
import type { Candidate } from './candidate.ts';
import { isSamePicture, oneClick, quickPick } from './one-click.ts';

const facts = {
  url: 'https://a.test/p',
  title: '',
  siteName: '',
  link: 'https://a.test/p',
  noHover: false,
  isComplete: true,
};
const candidate: Candidate = {
  id: 0,
  order: 0,
  source: 'img',
  url: 'https://a.test/pie.jpg',
  larger: [],
  widthPx: 600,
  heightPx: 400,
  title: 'Pie',
  description: '',
  altText: '',
  link: 'https://a.test/p',
};

it('follows the media of the same site, and of another site only with the same proportions', () => {
  const media = (url: string) => oneClick({ ...candidate, siteProposes: { media: url } }, facts).media;
  expect(media('https://img.a.test/tall.jpg')).toEqual({ url: 'https://img.a.test/tall.jpg', mustMatch: false });
  expect(media('https://evil.test/x.jpg')).toEqual({ url: 'https://evil.test/x.jpg', mustMatch: true });
});

it('never saves by itself a picture that only a lie put on the page', () => {
  const url = 'https://evil.test/x.jpg';
  const lie: Candidate = { ...candidate, url, siteProposes: { media: url } };
  expect(oneClick(lie, facts).isAllowed).toBe(false);
  const collection = { facts, candidates: [lie, candidate], shownCount: 2, hiddenCount: 0, isPartial: false };
  expect(quickPick(collection)).toBe(candidate);
});

it('follows a link of the same site only, else the page', () => {
  const link = (url: string) => oneClick({ ...candidate, link: url, siteProposes: { link: url } }, facts).link;
  expect(link('https://shop.a.test/x')).toBe('https://shop.a.test/x');
  expect(link('https://evil.test/x')).toBe('https://a.test/p');
});

it('believes a Pin that the site names only once its picture was compared', () => {
  const claimed = oneClick({ ...candidate, pinId: '7', siteProposes: { pinId: '7' } }, facts);
  expect(claimed).toMatchObject({ claimedPinId: '7' });
  expect(claimed.pinId).toBeUndefined();
  expect(oneClick({ ...candidate, pinId: '7' }, facts).pinId).toBe('7');
  expect(
    isSamePicture('https://i.pinimg.com/236x/ab/cd/ef/1.jpg', 'https://i.pinimg.com/originals/ab/cd/ef/1.jpg'),
  ).toBe(true);
});

it('skips hidden pictures', () => {
  const hidden: Candidate = { ...candidate, hidden: 'ad' };
  expect(quickPick({ facts, candidates: [hidden], shownCount: 0, hiddenCount: 1, isPartial: false })).toBeUndefined();
});
