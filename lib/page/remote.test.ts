import { expect, it } from 'vitest';
import type { Candidate, Collection } from './candidate.ts';
import { joinFrames } from './remote.ts';

const facts = { url: 'https://a.test/', title: '', siteName: '', noHover: false, isComplete: true };
const candidate = (id: number, url: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  order: id,
  source: 'img',
  url,
  larger: [],
  widthPx: 0,
  heightPx: 0,
  title: '',
  description: '',
  altText: '',
  ...more,
});
const collection = (...candidates: Candidate[]): Collection => ({
  facts,
  candidates,
  shownCount: candidates.length,
  hiddenCount: 0,
  isPartial: false,
});

it('joins frames without a name or an address twice, hidden pictures last', () => {
  const top = collection(candidate(0, 'https://a.test/1.jpg'), candidate(1, 'https://a.test/2.jpg', { hidden: 'ad' }));
  const inner = collection(candidate(0, 'https://a.test/3.jpg'), candidate(1, 'https://a.test/1.jpg'));
  const { candidates, shownCount } = joinFrames([top, inner]);
  expect(candidates.map(({ url }) => url?.at(-5))).toEqual(['1', '3', '2']);
  expect(new Set(candidates.map(({ id }) => id)).size).toBe(3);
  expect(shownCount).toBe(4);
});

it('says that something is missing when it is in any frame', () => {
  expect(joinFrames([collection(), { ...collection(), isPartial: true }]).isPartial).toBe(true);
});
