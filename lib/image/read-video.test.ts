import { expect, test } from 'vitest';
import { mostVideoBytes, readVideo } from './read-video.ts';

const address = 'https://v.test/clip.mp4';
const answering =
  (type: string, init: ResponseInit = {}, headers: Record<string, string> = {}): typeof fetch =>
  async () =>
    new Response('video', { ...init, headers: { 'content-type': type, ...headers } });
const read = (fetch: typeof globalThis.fetch, url = address) =>
  readVideo(url, { fetch, signal: new AbortController().signal });

test.each(['video/mp4', 'video/quicktime', 'application/octet-stream'])('a file of type %s is taken', async (type) => {
  expect(await (await read(answering(type))).text()).toBe('video');
});

test('it is asked for as a stranger', async () => {
  let asked: RequestInit | undefined;
  await read(async (_, init) => {
    asked = init;
    return new Response('video', { headers: { 'content-type': 'video/mp4' } });
  });
  expect(asked).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
});

test.each<[what: string, fetch: typeof fetch, code: string]>([
  ['a playlist', answering('application/vnd.apple.mpegurl'), 'video-not-a-file'],
  ['a page', answering('text/html'), 'video-not-a-file'],
  ['a file too large', answering('video/mp4', {}, { 'content-length': `${mostVideoBytes + 1}` }), 'video-too-large'],
  ['a file that is gone', answering('video/mp4', { status: 404 }), 'video-unreadable'],
  ['a site that lets nobody read', () => Promise.reject(new TypeError('Failed to fetch')), 'video-unreadable'],
])('%s is refused by name', async (_, fetch, code) => {
  await expect(read(fetch)).rejects.toMatchObject({ code });
});

test('a private address is not asked', async () => {
  const never = () => Promise.reject(new Error('asked'));
  await expect(read(never, 'http://192.168.1.7/clip.mp4')).rejects.toMatchObject({ code: 'video-unreadable' });
});
