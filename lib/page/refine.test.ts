import { expect, it } from 'vitest';
import type { Findings, FoundPage, FoundPicture } from './found.ts';
import { refine } from './refine.ts';
import { collectPage, type FrameAnswer } from './remote.ts';

const texts = { alt: '', caption: '', label: '', title: '', heading: '', linkText: '' };
const picture = (more: Partial<FoundPicture>): FoundPicture => ({
  id: 0,
  order: 0,
  score: 1,
  source: 'img',
  url: 'https://a.test/pie.jpg',
  widthPx: 600,
  heightPx: 400,
  attributes: [],
  texts,
  ...more,
});
const findings = (page: Partial<FoundPage>, ...pictures: FoundPicture[]): Findings => ({
  page: {
    url: 'https://a.test/p',
    documentTitle: '',
    heading: '',
    selection: '',
    isComplete: true,
    isPicture: false,
    meta: [],
    links: [],
    linkedData: [],
    itemPictures: [],
    shareLinks: [],
    ...page,
  },
  pictures,
  shownCount: pictures.length,
  hiddenCount: 0,
  isPartial: false,
});

it('knows a picture on Pinterest as the Pin that its link or its page names', () => {
  const url = 'https://i.pinimg.com/236x/ab/cd/ef/1.jpg';
  const pinOf = (page: string, more: Partial<FoundPicture>) =>
    refine(findings({ url: page }, picture({ url, ...more }))).candidates[0]?.pinId;
  expect(pinOf('https://www.pinterest.com/', { href: 'https://www.pinterest.com/pin/123456/' })).toBe('123456');
  expect(pinOf('https://de.pinterest.com/pin/lemon-tart--77/', {})).toBe('77');
  expect(pinOf('https://a.test/', { href: 'https://www.pinterest.com/pin/123456/' })).toBeUndefined();
});

it('takes the widest version of one srcset for the picture itself, of several it has to be tried', () => {
  const of = (more: Partial<FoundPicture>) => refine(findings({}, picture(more))).candidates[0];
  const set: [string, string] = ['srcset', '/pie.jpg 600w, /large.jpg 2000w'];
  const crop: [string, string] = ['srcset', '/square.jpg 2000w'];
  const large = { widthPx: 2000, shownWidthPx: 600 };
  expect(of({ attributes: [set, set] })).toMatchObject({ ...large, stated: 'https://a.test/large.jpg' });
  expect(of({ attributes: [set, crop] })).toMatchObject(large);
  expect(of({ attributes: [set, crop] })).not.toHaveProperty('stated');
});

it('takes no other picture for one that has no address', () => {
  const set: [string, string] = ['data-srcset', 'https://a.test/large.jpg 2000w'];
  const { url: _, ...handed } = picture({ handle: 0, attributes: [set] });
  const [candidate] = refine(findings({}, handed)).candidates;
  expect(candidate).toMatchObject({ widthPx: 600, heightPx: 400 });
  expect(candidate).not.toHaveProperty('stated');
});

it('offers a picture that was opened by itself, whatever its address looks like', () => {
  const page = { url: 'https://a.test/icons/logo-small.png', isPicture: true };
  const { candidates } = refine(findings(page, picture({ url: page.url, widthPx: 150, heightPx: 150 })));
  expect(candidates).toMatchObject([{ source: 'document', url: page.url, link: page.url }]);
  expect(candidates[0]?.hidden).toBeUndefined();
});

it.each([
  ['a private network', 'http://192.168.0.4/album'],
  ['webmail', 'https://mail.google.com/mail/u/0/#inbox/1'],
  ['a file of this computer', 'file:///home/me/album.html'],
])('gives no link on %s, also where the picture has a link of its own', (_, url) => {
  const href = new URL('/pie', url).href;
  const { candidates, facts } = refine(
    findings({ url }, picture({ href, attributes: [['data-pin-url', 'https://a.test/']] })),
  );
  expect(facts.link).toBeUndefined();
  expect(candidates).toHaveLength(1);
  expect(candidates[0]?.link).toBeUndefined();
});

it("links a picture in a frame to the frame's own page", async () => {
  const frame = (frameId: number, url: string): FrameAnswer => ({
    frameId,
    result: findings({ url }, picture({ url: `${url}.jpg` })),
  });
  const page = await collectPage({
    inject: async () => [frame(7, 'https://a.test/inner'), frame(0, 'https://a.test/top')],
    call: async () => undefined,
  });
  expect(page?.collection.candidates.map(({ link }) => link)).toEqual(['https://a.test/top', 'https://a.test/inner']);
});
