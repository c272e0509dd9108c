import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { startEmulator } from '../../emulator/start.ts';
import { DISHES } from './dishes.ts';

const emulator = await startEmulator();
afterAll(() => emulator.close());

const load = (path: string, init?: RequestInit) => emulator.fetch(`https://kitchen.test${path}`, init);
const text = async (path: string) => (await load(path)).text();

test.for(['/', '/recipes/lemon-tart', '/empty', '/gallery', '/rtl', '/walls', '/formats', '/hostile?n=10'])(
  '%s is a page',
  async (path) => {
    const response = await load(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  },
);

test.for(['jpg', 'png', 'webp', 'avif', 'gif'])('a %s picture is one, as wide as its name says', async (format) => {
  const bytes = await (await load(`/pictures/lemon-tart-240.${format}`)).arrayBuffer();
  const metadata = await sharp(bytes).metadata();
  const decoded = { jpg: 'jpeg', avif: 'heif' }[format] ?? format;
  expect([metadata.format, metadata.width]).toEqual([decoded, 240]);
});

test('every dish looks different', async () => {
  const { seed, grant } = emulator;
  const boardId = seed({ boards: [{ name: 'All' }] }).boards[0]?.id;
  const { accessToken } = grant({
    environment: 'production',
    scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'],
  });
  for (const { slug } of DISHES) {
    const media_source = { source_type: 'image_url', url: `https://kitchen.test/pictures/${slug}-480.jpg` };
    await emulator.fetch('https://api.pinterest.com/v5/pins', {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ board_id: boardId, media_source }),
    });
  }
  const hashes = emulator.state().pins.map(({ picture }) => picture?.dhash);
  expect(new Set(hashes).size).toBe(DISHES.length);
});

test('the recipe shows small pictures where larger ones exist', async () => {
  const page = await text('/recipes/lemon-tart');
  expect(page).toMatch(/srcset="[^"]*lemon-tart-1600\.jpg 1600w"/);
  expect(page).toContain('<source type="image/webp"');
  expect(page).toMatch(/<a href="\/pictures\/[a-z-]+-2000\.jpg"><img/);
  expect(page).toContain('og:image');
});

test('the empty page has no picture at all', async () => {
  expect(await text('/empty')).not.toMatch(/<img|url\(|og:image|rel="icon"/);
});

test('a page of many pictures has as many as were asked for', async () => {
  expect((await text('/many?n=500')).match(/<img src="\/numbered/g)).toHaveLength(500);
});

test('the page that never finishes sends its pictures first', async () => {
  const stop = new AbortController();
  const reader = (await load('/never', { signal: stop.signal })).body?.getReader();
  const first = await reader?.read();
  expect(first?.done).toBe(false);
  expect(new TextDecoder().decode(first?.value)).toContain('<img id="hero"');
  stop.abort();
});

test('walls let through only whom they mean to', async () => {
  const picture = '/pictures/plum-cake-120.jpg';
  const status = async (host: string, headers: Record<string, string> = {}) =>
    (await emulator.fetch(`https://${host}${picture}`, { headers })).status;
  expect(await status('members.test')).toBe(403);
  expect(await status('members.test', { cookie: 'member=yes' })).toBe(200);
  expect(await status('referrer.test')).toBe(403);
  expect(await status('referrer.test', { referer: 'https://kitchen.test/walls' })).toBe(200);
  const open = await emulator.fetch(`https://open.test${picture}`);
  expect(open.headers.get('access-control-allow-origin')).toBe('*');
});

test('folders beside the demo are sites of their own, and nothing outside them is served', async () => {
  expect((await emulator.fetch('https://demo.test/kitchen.ts')).status).toBe(200);
  expect((await emulator.fetch('https://demo.test/..%2f..%2f..%2fpackage.json')).status).toBe(404);
});
