import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import sharp from 'sharp';
import type { Emulator } from '../../emulator/start.ts';
import { expect, test } from './fixtures.ts';
import { chooseBoard, openOptions, quickPin } from './steps.ts';
import { storedJobs } from './stored.ts';

/** A page that only this person's network leads to. */
const album = 'https://nas.local/album?token=planted';
const plumCake = 'https://kitchen.test/pictures/plum-cake-960.jpg';

async function openAlbum(context: BrowserContext): Promise<Page> {
  await context.route('https://nas.local/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>Album</title><img src="${plumCake}">` }),
  );
  const page = await context.newPage();
  await page.goto(album);
  return page;
}

/** A page in the open that shows a picture of this machine; gives who asked for the picture. */
async function servePrivatePicture(emulator: Emulator) {
  const create = { width: 900, height: 1200, channels: 3, background: '#a44' } as const;
  const picture = await sharp({ create }).jpeg().toBuffer();
  const asked: { as: string | undefined; by: string | undefined }[] = [];
  const server = createServer(({ headers }, response) => {
    asked.push({ as: headers['sec-fetch-dest'] as string | undefined, by: headers.origin });
    response.setHeader('content-type', 'image/jpeg').end(picture);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/private.jpg`;
  const body = `<!doctype html><title>Inside</title><img src="${url}" alt="Inside">`;
  emulator.host('inside.test', () => new Response(body, { headers: { 'content-type': 'text/html' } }));
  return { asked, url, close: () => server.close() };
}

test("addresses that only this person's network leads to are not told to Pinterest", async ({
  context,
  emulator,
  connect,
  popupOver,
  saveWindow,
}) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  const inside = await servePrivatePicture(emulator);
  const page = await openAlbum(context);
  const opened = saveWindow();
  await quickPin(context, page);
  const window = await opened;
  const told = new URL(window.url()).searchParams;
  expect([told.get('media'), told.get('url')]).toEqual([plumCake, plumCake]);
  await window.close();

  const other = await context.newPage();
  await other.goto('https://inside.test/');
  const popup = await popupOver(other);
  await expect(popup.getByText('1 picture has no public address.')).toBeVisible();
  await expect(popup.getByRole('button', { name: 'Save with Pinterest' })).toBeDisabled();
  await popup.close();

  await connect();
  const connected = await popupOver(page);
  await chooseBoard(connected, 'Garden');
  await connected.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => emulator.state().pins).toMatchObject([{ link: null, pictureUrl: plumCake }]);
  await connected.close();

  // Nor does the extension fetch them with rights that the page does not have.
  const again = await popupOver(other);
  await chooseBoard(again, 'Garden');
  await again.getByRole('button', { name: 'Save', exact: true }).click();
  await expect
    .poll(async () => (await storedJobs(context)).map(({ state }) => state).filter((state) => state !== 'saved'))
    .toEqual([expect.not.stringMatching(/queued|preparing|sending/)]);
  expect(inside.asked.map(({ as }) => as)).toContain('image');
  expect(inside.asked.filter(({ as, by }) => as !== 'image' && by !== 'https://inside.test')).toEqual([]);
  for (const { path, query, body } of emulator.log.entries) {
    expect(`${path} ${JSON.stringify(query)} ${JSON.stringify(body)}`).not.toMatch(/nas\.local|127\.0\.0\.1|planted/);
  }
  inside.close();
});

/** Kinds of addresses that are no web pages in the open. */
const never = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'chrome://settings/',
  'blob:https://kitchen.test/1',
  'ftp://kitchen.test/x.jpg',
  'about:blank',
];
const neverToldOf = [
  ...never,
  'https://maya:secret@kitchen.test/',
  'http://192.168.1.1/',
  'http://10.0.0.1/x.jpg',
  'http://[::1]/x.jpg',
  'http://localhost:8080/x.jpg',
];

test('no page of ours can have another kind of address saved, linked or handed over', async ({ context, emulator }) => {
  const options = await openOptions(context);
  const picture = { url: plumCake, widthPx: 960, heightPx: 1200, isPrivate: false };
  const save = (change: object) => ({
    name: 'save',
    data: [
      {
        id: 'made-by-a-test',
        picture,
        target: { boardId: '1', label: 'Garden', secret: false },
        title: '',
        description: '',
        altText: '',
        gesture: 'popup',
        page: { url: 'https://kitchen.test/', title: '' },
        isIncognito: false,
        ...change,
      },
    ],
  });
  const hand = (change: object) => ({
    name: 'saveInWindow',
    data: { saves: [{ media: plumCake, url: plumCake, description: '', ...change }] },
  });
  const messages = [
    ...never.map((url) => save({ picture: { ...picture, url } })),
    ...never.map((videoUrl) => save({ picture: { ...picture, videoUrl } })),
    ...neverToldOf.map((link) => save({ link })),
    ...neverToldOf.map((link) => ({ name: 'updatePin', data: { pinId: '1', edit: { link } } })),
    ...neverToldOf.map((link) => ({
      name: 'editSave',
      data: { id: '1', texts: { title: '', description: '', altText: '', link } },
    })),
    ...neverToldOf.map((url) => hand({ url })),
    ...neverToldOf.map((media) => hand({ media })),
  ];
  const answers = await options.evaluate(async (all) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ code?: string }> } };
    };
    return Promise.all(all.map((message) => chrome.runtime.sendMessage(message).then(({ code }) => code)));
  }, messages);
  const passed = messages.filter((_, index) => answers[index] !== 'not-understood');
  expect(passed).toEqual([]);
  expect(emulator.log.find('GET', /pin\/create/)).toEqual([]);
  // It is the address that is refused: the same message with another is taken in.
  const [taken] = await options.evaluate(async (message) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
    };
    return [await chrome.runtime.sendMessage(message)];
  }, hand({}));
  expect(taken).toMatchObject({ ok: true });
});
