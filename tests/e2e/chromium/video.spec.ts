import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { launchWithAccess } from './access.ts';
import { workerOf } from './browser.ts';
import { test as base, expect, violations } from './library.ts';
import { dispatchMenu, grantActiveTab, openOptions, saveByPopup } from './steps.ts';
import { toastOn } from './toast.ts';

const poster = 'https://kitchen.test/numbered/7-600x800.jpg';
const clip = 'https://clips.test/clip.mp4';
const clipBytes = 300_000;

/** The person has said yes to Pinterest's upload server, whenever Tack comes to ask. */
const test = base.extend({
  context: async ({ emulator }, use) => {
    emulator.reset();
    emulator.host('clips.test', answerClips);
    const origins = ['https://pinterest-media-upload.s3-accelerate.amazonaws.com/*'];
    const { context, close } = await launchWithAccess(emulator.tlsPort, origins);
    await use(context);
    await close();
  },
});

test('a video is uploaded once and pinned with its poster as the cover, and its own figures are shown', async ({
  context,
  connect,
  emulator,
  popupOver,
  library,
}) => {
  const page = await ready({ context, connect, emulator, popupOver });
  await saveVideo(context, page, emulator, clip);
  await expect.poll(async () => (await toastOn(page)).text).toContain('Saved to Garden');
  const { media, pins } = emulator.state();
  expect(media).toMatchObject([{ status: 'succeeded', bytes: clipBytes }]);
  expect(pins.at(-1)).toMatchObject({
    title: 'A clip',
    link: 'https://clips.test/',
    sourceType: 'video_id',
    mediaId: media[0]?.id,
    pictureUrl: poster,
  });
  expect(pins).toHaveLength(2);
  const [upload] = emulator.log.find('POST', '/');
  expect(upload?.headers['authorization']).toBeUndefined();

  const figures = await library(`#analytics/${pins.at(-1)?.id}`);
  await expect(figures.getByRole('slider', { name: 'Video starts by day' })).toBeVisible();
});

test('a video on its way says how far it is and is called off; one that cannot be used is kept with its reason', async ({
  context,
  connect,
  emulator,
  popupOver,
  library,
}) => {
  const page = await ready({ context, connect, emulator, popupOver });
  emulator.change({ videoProcessingMs: 3_600_000 });
  await saveVideo(context, page, emulator, clip);
  const waiting = await library('#waiting');
  const job = waiting.getByRole('listitem').filter({ hasText: 'A clip' });
  await expect(job).toContainText('Pinterest is preparing the video.');
  await expect(job.getByRole('progressbar', { name: 'Pinterest is preparing the video.' })).toBeVisible();
  expect(await violations(waiting)).toEqual([]);
  await job.getByRole('button', { name: 'Discard' }).click();
  await waiting.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(waiting.getByRole('heading', { name: 'Nothing is waiting' })).toBeVisible();

  emulator.change({ videoProcessingMs: 0 });
  await saveVideo(context, page, emulator, 'https://clips.test/empty.mp4');
  await expect(job).toContainText('Not saved. Pinterest could not use this video.');
  await saveVideo(context, page, emulator, 'https://clips.test/gone.mp4');
  await expect(job.filter({ hasText: "This video's site lets nobody else read the file." })).toHaveCount(1);
  // Only the picture that was saved first.
  expect(emulator.log.find('POST', '/v5/pins')).toHaveLength(1);
});

test('a stream says why there is nothing to save, and without the switch there is no such item', async ({
  context,
  connect,
  emulator,
  popupOver,
}) => {
  const page = await ready({ context, connect, emulator, popupOver });
  for (const address of ['blob:https://clips.test/0a1b2c3d', 'https://clips.test/live.m3u8?token=1']) {
    await saveVideo(context, page, emulator, address);
    await expect.poll(async () => (await toastOn(page)).text).toContain('This video is a stream');
    await page.reload();
  }
  expect(emulator.log.find('POST', '/v5/media')).toEqual([]);

  await expect.poll(() => hasVideoItem(context)).toBe(true);
  const options = await openOptions(context);
  await options.getByRole('switch', { name: 'Save videos (an experiment)' }).uncheck();
  await expect.poll(() => hasVideoItem(context)).toBe(false);
});

interface Room {
  context: BrowserContext;
  connect: () => Promise<void>;
  emulator: Emulator;
  popupOver: (page: Page) => Promise<Page>;
}

/** Connected, the experiment turned on, one board in the menu, and the page with the video open. */
async function ready({ context, connect, emulator, popupOver }: Room): Promise<Page> {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const options = await openOptions(context);
  const videos = options.getByRole('switch', { name: 'Save videos (an experiment)' });
  await videos.check();
  // The switch moves at once; it is kept only after the answer about the upload server.
  await expect.poll(() => hasVideoItem(context)).toBe(true);
  await options.close();
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=2');
  await saveByPopup(await popupOver(page), 'Garden');
  await page.goto('https://clips.test/');
  return page;
}

/** Whether the menu has an item for videos: only one that is there can be changed. */
async function hasVideoItem(context: BrowserContext): Promise<boolean> {
  const worker = await workerOf(context);
  return worker.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { contextMenus: { update(id: string, change: object): Promise<void> } };
    };
    return chrome.contextMenus.update('video', {}).then(
      () => true,
      () => false,
    );
  });
}

/** Chooses the board below *Save video to board*. */
async function saveVideo(context: BrowserContext, page: Page, emulator: Emulator, srcUrl: string): Promise<void> {
  const [garden] = emulator.state().boards;
  await grantActiveTab(context, page);
  const menuItemId = `video-to:${garden?.id}`;
  await dispatchMenu(context, page, { menuItemId, mediaType: 'video', srcUrl });
}

async function answerClips(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/') {
    const page = `<!doctype html><html lang="en"><title>Clips</title>
      <video src="/clip.mp4" poster="${poster}" aria-label="A clip" width="640" height="360"></video>
      <video src="/empty.mp4" aria-label="A clip that is empty"></video><video src="/gone.mp4" aria-label="A clip that is gone"></video>`;
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
  if (pathname === '/clip.mp4' || pathname === '/empty.mp4') {
    const bytes = new Uint8Array(pathname === '/clip.mp4' ? clipBytes : 0);
    return new Response(bytes, { headers: { 'content-type': 'video/mp4' } });
  }
  return new Response('Not found', { status: 404 });
}
