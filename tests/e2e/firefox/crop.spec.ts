import sharp from 'sharp';
import { inspectPicture } from '../../emulator/pictures/inspect.ts';
import type { Emulator } from '../../emulator/start.ts';
import { extensionOrigin, type Firefox } from './firefox.ts';
import { expect, test } from './fixtures.ts';
import { chooseItem, openContextMenu } from './menu.ts';
import { openTab, type Page, pageAt, popup } from './pages.ts';
import { chooseBoard, connectOwnApp, openPopup } from './steps.ts';

const walls = 'https://kitchen.test/walls';
/** For readers of the blog only: neither Pinterest nor a script of ours is given it. */
const behindWall = 'https://referrer.test/pictures/squash-salad-900.jpg';

test.beforeEach(async ({ firefox, emulator }) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connectOwnApp(firefox, emulator);
});

test('a picture that can be seen and not read is saved as what the window shows of it', async ({
  firefox,
  emulator,
}) => {
  const page = await openTab(firefox, walls);
  const opened = await saveFromWall(firefox);
  await opened.press('button', 'Use a crop of the tab');
  await share(opened);
  await expect.poll(() => emulator.state().pins.length).toBe(1);
  const { top, height, windowHeight } = await boxOf(page);
  expect(height, 'higher than the window').toBeGreaterThan(windowHeight);
  expect(emulator.state().pins[0]?.picture).toMatchObject({ widthPx: 900, heightPx: windowHeight });
  await expectPart(emulator, { left: 0, top: -top, width: 900, height: windowHeight });
});

test('a save waits for its page, and is a crop once the page was opened again, in the pixels of its zoom', async ({
  firefox,
  emulator,
}) => {
  const first = await openTab(firefox, walls);
  await (await saveFromWall(firefox)).close();
  await first.close();
  const library = await openTab(firefox, `${extensionOrigin}/library.html#waiting`);
  await library.press('button', 'Open the page and retry');
  await pageAt(firefox, walls);
  await zoom(firefox, 0.5);
  const opened = await openPopup(firefox);
  await opened.press('button', 'Use a crop of the tab');
  await expect.poll(() => library.text()).toContain('Only you can see this picture');
  expect(emulator.state().pins).toEqual([]);
  await library.press('button', 'Put it there');
  await expect.poll(() => emulator.state().pins.length).toBe(1);
  expect(emulator.state().pins[0]?.picture).toMatchObject({ widthPx: 450, heightPx: 450 });
  await expectPart(emulator, { left: 0, top: 0, width: 900, height: 900 });
});

test('a part of what the tab shows is cut out, and saved', async ({ firefox, emulator }) => {
  const page = await openTab(firefox, walls);
  await page.run((window) => window.document.querySelector('#referrer')?.scrollIntoView({ block: 'center' }));
  const opened = await openPopup(firefox);
  await opened.press('button', 'Cut out a part of the page');
  await opened.press('button', 'Use this part');
  await chooseBoard(opened, 'Garden');
  await opened.press('button', 'Save');
  await share(opened);
  await expect.poll(() => emulator.state().pins.length).toBe(1);
  const { left, top, windowWidth, windowHeight } = await boxOf(page);
  // The frame begins over the middle half of the window.
  const [width, height] = [Math.round(windowWidth / 2), Math.round(windowHeight / 2)];
  expect(emulator.state().pins[0]?.picture).toMatchObject({ widthPx: width, heightPx: height });
  await expectPart(emulator, { left: windowWidth / 4 - left, top: windowHeight / 4 - top, width, height });
});

/** Saves the walled picture to Garden by the popup that its menu opens; gives the popup once Pinterest has refused. */
async function saveFromWall(firefox: Firefox): Promise<Page> {
  const page = await pageAt(firefox, walls);
  await openContextMenu(firefox, page, '#referrer', ['Choose board…']);
  await chooseItem(firefox, 'contentAreaContextMenu', 'Choose board…');
  const opened = await popup(firefox);
  await chooseBoard(opened, 'Garden');
  await opened.press('button', 'Save');
  await expect.poll(() => opened.text()).toContain('This picture can only be read on its page.');
  return opened;
}

/** What the window shows may be for this person's eyes only, and Garden is public. */
async function share(opened: Page): Promise<void> {
  await expect.poll(() => opened.text()).toContain('Only you can see this picture');
  await opened.press('button', 'Put it there');
}

async function zoom(firefox: Firefox, factor: number): Promise<void> {
  await firefox.chrome((wanted) => {
    Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser.fullZoom = wanted;
  }, factor);
}

/** Where the walled picture stands in its window. */
function boxOf(page: Page) {
  return page.run((window) => {
    const box = window.document.querySelector('#referrer')?.getBoundingClientRect();
    if (!box) throw new Error('no picture');
    const { left, top, height } = box;
    return { left, top, height, windowWidth: window.innerWidth, windowHeight: window.innerHeight };
  });
}

/** The pin came as bytes, and looks like this part of the walled picture. */
async function expectPart(
  emulator: Emulator,
  part: { left: number; top: number; width: number; height: number },
): Promise<void> {
  const [pin] = emulator.state().pins;
  expect(pin).toMatchObject({ sourceType: 'image_base64', link: walls, picture: { format: 'png' } });
  const answer = await emulator.fetch(behindWall, { headers: { referer: walls } });
  const [left = 0, top = 0] = [part.left, part.top].map(Math.round);
  const region = { ...part, left, top };
  const wanted = await inspectPicture(
    await sharp(await answer.arrayBuffer())
      .extract(region)
      .png()
      .toBuffer(),
  );
  expect(bitsApart(pin?.picture?.dhash, wanted.dhash), 'another picture').toBeLessThanOrEqual(3);
  expect(Math.max(...channelsApart(pin?.picture?.color, wanted.color)), 'other colours').toBeLessThanOrEqual(4);
}

function bitsApart(one = '', other = ''): number {
  return (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length;
}

function channelsApart(one = '', other = ''): number[] {
  const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return channels(one).map((value, at) => Math.abs(value - (channels(other)[at] ?? 0)));
}
