import { once } from 'node:events';
import { createServer } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ALL_SCOPES, byUrl, connect, startWithBoard } from '../helpers.ts';

const { emulator } = await startWithBoard();
let boardId = '';
beforeEach(() => {
  emulator.reset();
  boardId = emulator.state().boards[0]?.id ?? '';
});
afterAll(() => emulator.close());

const KITCHEN = 'https://kitchen.test';
const jpeg = (widthPx: number, heightPx: number, color = '#c8402a') =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: color } })
    .jpeg()
    .toBuffer();
const base64 = (bytes: Uint8Array, content_type = 'image/jpeg') => ({
  source_type: 'image_base64',
  content_type,
  data: Buffer.from(bytes).toString('base64'),
});
const create = (body: object) => connect(emulator)('POST', '/pins', { board_id: boardId, ...body });

test.for([
  ['an unknown field', { note: 'x' }, "Additional properties are not allowed ('note' was unexpected)"],
  ['a number for a text', { title: 5 }, "'5' is not of type 'string'"],
  ['a number for an id', { board_id: 5 }, "'5' is not of type 'string'"],
  ['letters for an id', { board_id: 'dwardlow0312' }, "'dwardlow0312' does not match '^\\d+$'"],
  ['a long title', { title: 'x'.repeat(101) }, 'failed constraint: maxLength=100'],
  ['a long description', { description: 'x'.repeat(801) }, 'failed constraint: maxLength=800'],
  ['a long alt text', { alt_text: 'x'.repeat(501) }, 'failed constraint: maxLength=500'],
  [
    'a data URL as base64',
    { media_source: { ...base64(Buffer.from('')), data: 'data:image/png;base64,AA' } },
    'does not match',
  ],
  ['a line break in base64', { media_source: { ...base64(Buffer.from('')), data: 'AAAA\nAAAA' } }, 'does not match'],
  ['an unknown source', { media_source: { source_type: 'image' } }, 'Invalid request'],
] as const)('%s is refused', async ([, wrong, message]) => {
  const answer = await create({ ...byUrl(boardId), ...wrong });
  expect([answer.status, answer.body.code]).toEqual([400, 1]);
  expect(answer.body.message).toContain(message);
  expect(emulator.state().pins).toEqual([]);
});

test('a body that is no JSON, or says it is none, is refused', async () => {
  const { accessToken } = emulator.grant({ environment: 'production', scopes: ALL_SCOPES });
  const send = (body: string, type: string) =>
    emulator.fetch('https://api.pinterest.com/v5/pins', {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': type },
      body,
    });
  expect((await send('{', 'application/json')).status).toBe(400);
  expect((await send('{}', 'text/plain')).status).toBe(400);
});

test.for([
  ['unreachable', 'https://kitchen.test/nothing.jpg', 400, 1],
  ['on no known host', 'https://example.com/a.jpg', 400, 1],
  ['behind a referrer wall', 'https://referrer.test/pictures/plum-cake-900.jpg', 400, 1],
  ['behind a log-in', 'https://members.test/pictures/plum-cake-900.jpg', 400, 1],
  ['a page', `${KITCHEN}/odd/page.jpg`, 400, 1],
  ['WebP', `${KITCHEN}/pictures/plum-cake-400.webp`, 400, 1],
  ['WebP that says JPEG', `${KITCHEN}/odd/lying.jpg`, 400, 1],
  ['SVG', `${KITCHEN}/odd/drawing.svg`, 400, 1],
  ['too small', `${KITCHEN}/odd/tiny.jpg`, 403, 233],
  ['broken off', `${KITCHEN}/odd/truncated.jpg`, 403, 235],
  ['no web address', 'javascript:1', 400, 1],
] as const)('a picture that is %s is refused', async ([, url, status, code]) => {
  const answer = await create(byUrl(boardId, url));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('pictures of other hosts come from where the map says', async () => {
  const bytes = await jpeg(200, 200);
  const elsewhere = createServer((_, response) => response.setHeader('content-type', 'image/jpeg').end(bytes));
  await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
  const address = elsewhere.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  emulator.change({ pictures: { hosts: { 'far.example': `http://127.0.0.1:${port}` } } });
  expect((await create(byUrl(boardId, 'https://far.example/a.jpg'))).status).toBe(201);
  elsewhere.close();
});

test('bytes must be the JPEG or PNG that they claim to be, and whole', async () => {
  const red = await jpeg(200, 300);
  expect((await create({ media_source: base64(red) })).status).toBe(201);
  expect(emulator.state().pins[0]?.picture).toMatchObject({
    format: 'jpeg',
    widthPx: 200,
    heightPx: 300,
    number: null,
  });
  expect((await create({ media_source: base64(red, 'image/png') })).body.message).toContain('format of the image');
  expect((await create({ media_source: base64(Buffer.from('no picture')) })).body.code).toBe(235);
  const detailed = Buffer.from(await (await emulator.fetch(`${KITCHEN}/odd/truncated.jpg`)).arrayBuffer());
  expect((await create({ media_source: base64(detailed) })).body.code).toBe(235);
});

test('a picture keeps its number when it is scaled and encoded again', async () => {
  const response = await emulator.fetch(`${KITCHEN}/numbered/4711-600x800.webp`);
  const smaller = await sharp(await response.arrayBuffer())
    .resize(300)
    .jpeg({ quality: 70 })
    .toBuffer();
  await create({ media_source: base64(smaller) });
  expect(emulator.state().pins[0]?.picture?.number).toBe(4711);
});

test('carousels take two to five pictures of one shape', async () => {
  const urls = (...shapes: string[]) => ({
    media_source: {
      source_type: 'multiple_image_urls',
      items: shapes.map((shape, index) => ({
        url: `${KITCHEN}/numbered/${index}-${shape}.jpg`,
        title: `No. ${index}`,
      })),
      index: 1,
    },
  });
  const made = await create(urls('300x400', '600x800'));
  expect(made.body).toMatchObject({ creative_type: 'CAROUSEL', media: { media_type: 'multiple_images' } });
  expect((await create(urls('300x400', '300x300'))).body.message).toBe('Images must have the same width/height ratios');
  expect((await create(urls('300x400'))).body.message).toContain('constraint: minItems=2');
  const bytes = await jpeg(200, 200);
  const { source_type: _, ...item } = base64(bytes);
  const both = { source_type: 'multiple_image_base64', items: [item, item] };
  expect((await create({ media_source: both })).status).toBe(201);
});

test('boards, sections and parents that do not exist are not found', async () => {
  expect((await create({ ...byUrl('9'), board_id: '9' })).body.code).toBe(40);
  expect((await create({ ...byUrl(boardId), board_section_id: '9' })).body.code).toBe(2031);
  expect((await connect(emulator)('POST', '/pins/9/save', { board_id: boardId })).body.code).toBe(50);
});

test('links of sites that forbid saving, and links that are none, are refused', async () => {
  emulator.change({ blockedLinkHosts: ['walled.test'] });
  const blocked = await create({ ...byUrl(boardId), link: 'https://walled.test/a' });
  expect(blocked.body).toEqual({ code: 1, message: "Sorry! This site doesn't allow you to save Pins." });
  expect((await create({ ...byUrl(boardId), link: 'javascript:1' })).body.message).toContain('invalid URL');
});

test('a trial app saves in the sandbox only, and may not edit', async () => {
  emulator.change({ app: { tier: 'trial' } });
  expect((await create(byUrl(boardId))).body.code).toBe(29);
  const sandbox = connect(emulator, 'sandbox');
  const board = await sandbox('POST', '/boards', { name: 'Trying' });
  expect((await sandbox('POST', '/pins', byUrl(board.body.id))).status).toBe(201);
});

test('editing changes what was sent, and is a beta', async () => {
  const { id } = (await create({ ...byUrl(boardId), title: 'Old', description: 'Stays' })).body;
  const api = connect(emulator);
  expect((await api('PATCH', `/pins/${id}`, { title: 'New', link: null })).body).toMatchObject({
    title: 'New',
    description: 'Stays',
  });
  emulator.change({ app: { pinEdit: false } });
  expect((await api('PATCH', `/pins/${id}`, { title: 'Newer' })).body).toMatchObject({ code: 3 });
});

test('saving an existing pin makes another that names its parent', async () => {
  const { id } = (await create({ ...byUrl(boardId), title: 'First' })).body;
  const saved = await connect(emulator)('POST', `/pins/${id}/save`, { board_id: boardId });
  expect(saved.status).toBe(201);
  expect(saved.body).toMatchObject({ parent_pin_id: id, title: 'First' });
  expect(saved.body.id).not.toBe(id);
});

test('scopes are enforced, secret boards apart', async () => {
  const secretBoard = emulator.seed({ boards: [{ name: 'Secret', privacy: 'SECRET' }] }).boards[0]?.id ?? '';
  const plain = connect(emulator, 'production', ['boards:read', 'boards:write', 'pins:read', 'pins:write']);
  expect((await plain('GET', '/user_account')).body.code).toBe(29);
  expect((await plain('GET', '/boards')).body.items.map(({ name }) => name)).toEqual(['Recipes']);
  expect((await plain('POST', '/pins', byUrl(secretBoard))).body.code).toBe(29);
  expect((await plain('POST', '/boards', { name: 'Hidden', privacy: 'SECRET' })).body.code).toBe(29);
});

test('a video pin waits for its upload', async () => {
  const api = connect(emulator);
  const { body } = await api('POST', '/media', { media_type: 'video' });
  const { media_id, upload_url, upload_parameters } = body;
  const form = new FormData();
  for (const [name, value] of Object.entries(upload_parameters)) form.set(name, value);
  form.set('file', new File(['a film'], 'film.mp4'));
  expect((await api('GET', `/media/${media_id}`)).body).toMatchObject({ status: 'registered' });
  expect((await emulator.fetch(String(upload_url), { method: 'POST', body: form })).status).toBe(204);
  expect((await api('GET', `/media/${media_id}`)).body).toMatchObject({ status: 'processing' });
  const source = { source_type: 'video_id', media_id, cover_image_url: `${KITCHEN}/pictures/plum-cake-400.jpg` };
  expect((await create({ media_source: source })).status).toBe(400);
  emulator.clock.advance(2001);
  expect((await create({ media_source: source })).body).toMatchObject({ creative_type: 'VIDEO' });
});
