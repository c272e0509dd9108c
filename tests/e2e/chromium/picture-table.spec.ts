import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { openPopup } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { ask, boards, jobsOf, openPage, saveImage } from './picture-steps.ts';
import { chooseBoard, grantActiveTab, openOptions } from './steps.ts';
import { storedJobs } from './stored.ts';

const pages = {
  formats: 'https://kitchen.test/formats',
  walls: 'https://kitchen.test/walls',
  members: 'https://members.test/join',
};

/**
 * Every kind of picture: its page, its address there or its element, what becomes of it while its tab is open and
 * Pinterest fetches what it can, and what becomes of it when its tab was gone before Pinterest fetched nothing at all.
 */
const cases: readonly [what: string, page: keyof typeof pages, picture: string, open: string, left: string][] = [
  ['canvas', 'walls', 'by the popup', 'bytes png 400 × 400', 'bytes png 400 × 400'],
  ['blob:', 'walls', '#blob', 'bytes jpeg 400 × 400', 'bytes jpeg 400 × 400'],
  ['data:', 'walls', '#data', 'bytes jpeg 400 × 400', 'bytes jpeg 400 × 400'],
  ['another host', 'walls', '#cdn', 'url jpeg 900 × 600', 'kept: needs-the-page'],
  ['WebP of a host open to scripts', 'walls', '#open', 'bytes jpeg 900 × 1125', 'bytes jpeg 900 × 1125'],
  ['referrer wall', 'walls', '#referrer', 'kept: needs-the-page', 'kept: needs-the-page'],
  ['cookie wall of another host', 'walls', '#members', 'kept: needs-the-page', 'kept: needs-the-page'],
  [
    'cookie wall of its own page',
    'members',
    '/pictures/rye-bread-300.jpg',
    'bytes jpeg 300 × 200',
    'bytes jpeg 300 × 200',
  ],
  ['JPEG', 'formats', '/pictures/lemon-tart-600.jpg', 'url jpeg 600 × 900', 'bytes jpeg 600 × 900'],
  ['PNG', 'formats', '/pictures/lemon-tart-600.png', 'url png 600 × 900', 'bytes png 600 × 900'],
  ['WebP', 'formats', '/pictures/lemon-tart-600.webp', 'bytes jpeg 600 × 900', 'bytes jpeg 600 × 900'],
  ['AVIF', 'formats', '/pictures/lemon-tart-600.avif', 'bytes jpeg 600 × 900', 'bytes jpeg 600 × 900'],
  ['SVG', 'formats', '/odd/drawing.svg', 'bytes jpeg 800 × 600', 'bytes jpeg 800 × 600'],
  [
    'animated GIF',
    'formats',
    '/odd/animated.gif',
    'url gif 300 × 300 moving',
    'bytes jpeg 300 × 300, said to be a still',
  ],
  ['PNG of 16 bits', 'formats', '/odd/deep.png', 'url png 600 × 900', 'bytes jpeg 600 × 900'],
  ['turned by EXIF', 'formats', '/odd/rotated.jpg', 'url jpeg 600 × 900', 'bytes jpeg 600 × 900'],
  ['60 megapixels', 'formats', '/odd/huge.jpg', 'url jpeg 10000 × 6000', 'bytes jpeg 10000 × 6000'],
  ['WebP under a false name and type', 'formats', '/odd/lying.jpg', 'bytes jpeg 600 × 900', 'bytes jpeg 600 × 900'],
  ['a file that ends too early', 'formats', '/odd/truncated.jpg', 'kept: picture-broken', 'kept: broken-picture'],
  ['a web page named .jpg', 'formats', '/odd/page.jpg', 'kept: needs-the-page', 'kept: needs-the-page'],
];
/** What only this person sees; the board is public, so they are asked. */
const onlyMine = ['canvas', 'blob:', 'cookie wall of its own page'];

const posts = { method: 'POST', path: '^/v5/pins$' };

for (const fate of ['stays open', 'is closed', 'goes elsewhere'] as const) {
  const isLeft = fate !== 'stays open';

  test(`what becomes of a picture of every kind when its tab ${fate}${isLeft ? ' before Pinterest refuses' : ''}`, {
    tag: '@waits',
  }, async ({ context, emulator, connect }) => {
    test.setTimeout(900_000);
    emulator.seed({ boards });
    await connect();
    const tabs = await openTabs(context, emulator);
    const ours = await openOptions(context);
    // Nothing is sent until every picture was asked for and read.
    emulator.fault({ kind: 'rate-limit', retryAfterS: 1, ...posts });
    for (const [index, [what, page, picture]] of cases.entries()) {
      await save(context, emulator, tabs[page], picture);
      await expect.poll(async () => (await jobsOf(ours)).length, { message: what }).toBe(index + 2);
    }
    const ids = (await jobsOf(ours)).slice(1).map(({ id }) => id);
    await expect.poll(() => unread(context, ids), patience).toEqual([]);
    if (isLeft) {
      await Promise.all(
        Object.values(tabs).map((tab) => (fate === 'is closed' ? tab.close() : tab.goto('https://cdn.test/nowhere'))),
      );
    }
    emulator.clearFaults();
    const refusal = { status: 400, code: 1, message: 'Sorry we could not fetch the image.' };
    if (isLeft) emulator.fault({ kind: 'error', ...refusal, ...posts, body: 'image_url' });

    const ends = () => endsOf(ours, emulator);
    const asked = cases.filter(([what]) => onlyMine.includes(what)).map(([what]) => [what, 'kept: private-picture']);
    await expect
      .poll(async () => (await ends()).filter(([, end]) => end?.includes('private')), patience)
      .toEqual(asked);
    await expect.poll(async () => (await ends()).filter(([, end]) => end === 'under way'), patience).toEqual([]);
    const mine = (await jobsOf(ours)).filter(({ reason }) => reason === 'private-picture').map(({ id }) => id);
    await ask(ours, 'share', mine);
    await expect.poll(ends, patience).toEqual(cases.map(([what, , , open, left]) => [what, isLeft ? left : open]));
  });
}

/** Sixty megapixels, painted, read and cut anew, take a slow machine minutes. */
const patience = { timeout: 240_000 };

/** The three pages, each with the right that a click on the toolbar button gives; Garden is in the menu. */
async function openTabs(context: BrowserContext, emulator: Emulator): Promise<Record<keyof typeof pages, Page>> {
  const walls = await openPage(context, emulator, pages.walls);
  const [members, formats] = [await context.newPage(), await context.newPage()];
  await members.goto(pages.members);
  await grantActiveTab(context, members);
  await formats.goto(pages.formats);
  await grantActiveTab(context, formats);
  return { formats, walls, members };
}

async function save(context: BrowserContext, emulator: Emulator, tab: Page, picture: string): Promise<void> {
  if (picture === 'by the popup') return saveCanvas(context, tab);
  const src = picture.startsWith('/')
    ? new URL(picture, tab.url()).href
    : await tab.locator(picture).evaluate((image: HTMLImageElement) => image.src);
  await saveImage(context, emulator, tab, src);
}

/** A canvas has no item in the browser's menu. */
async function saveCanvas(context: BrowserContext, tab: Page): Promise<void> {
  const popup = await openPopup(context, tab);
  await chooseBoard(popup, 'Garden');
  const pictures = popup.getByRole('listbox', { name: 'Images on this page' });
  await pictures.getByRole('option', { name: /^Picture/ }).click();
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('status').first()).not.toBeEmpty();
  await popup.close();
}

/** The pictures whose bytes are to be kept, and are not yet. */
async function unread(context: BrowserContext, ids: readonly string[]): Promise<string[]> {
  const stored = new Map((await storedJobs(context)).map((job) => [job.id, job]));
  const due = cases.filter(([, , , , left]) => left.startsWith('bytes') || left === 'kept: broken-picture');
  return due.filter((each) => !stored.get(ids[cases.indexOf(each)] ?? '')?.hasBytes).map(([what]) => what);
}

/** What became of each picture, in the words of the table. */
async function endsOf(ours: Page, emulator: Emulator): Promise<[what: string | undefined, end: string][]> {
  const pins = new Map(emulator.state().pins.map((pin) => [pin.id, pin]));
  return (await jobsOf(ours)).slice(1).map(({ state, reason, pinId, isStill }, index) => {
    const what = cases[index]?.[0];
    if (state === 'failed') return [what, `kept: ${reason}`];
    const pin = pins.get(pinId ?? '');
    if (state !== 'saved' || !pin?.picture) return [what, 'under way'];
    const { format, widthPx, heightPx, isAnimated } = pin.picture;
    const way = pin.sourceType === 'image_url' ? 'url' : 'bytes';
    const still = isStill ? ', said to be a still' : '';
    return [what, `${way} ${format} ${widthPx} × ${heightPx}${isAnimated ? ' moving' : ''}${still}`];
  });
}
