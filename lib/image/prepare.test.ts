import { describe, expect, it } from 'vitest';
import { animated, photo, quadrantPicture, svg } from '../../tests/image/pictures.ts';
import { type Original, type PrepareOptions, prepare } from './prepare.ts';

const asked: string[] = [];
const options: PrepareOptions = {
  fetch: async (url) => {
    asked.push(String(url));
    return new Response(null, { status: 403 });
  },
  drawSvg: async () => new Blob(),
};
const url = 'https://i.example.com/cat.jpg';
const original: Original = { url, widthPx: 0, heightPx: 0, isPrivate: false };
const blobOf = async (picture: Promise<Buffer>) => new Blob([new Uint8Array(await picture)]);

describe('the URL goes first', () => {
  it('when it is public and promises a format that Pinterest takes, without asking the network', async () => {
    expect(await prepare(original, options)).toEqual({ kind: 'url', url });
    expect(asked).toEqual([]);
  });

  it('even when the bytes are at hand, so that Pinterest knows the source', async () => {
    expect(await prepare({ ...original, bytes: await blobOf(photo()) }, options)).toEqual({ kind: 'url', url });
  });

  it('for an animated GIF, which bytes would stop', async () => {
    const gif = { ...original, bytes: await blobOf(animated('gif')) };
    expect(await prepare(gif, options)).toEqual({ kind: 'url', url });
  });
});

describe('bytes go', () => {
  it.each([
    ['when Pinterest refused the URL', {}, { forceBytes: true }],
    ['when only this person can see the picture', { isPrivate: true }, {}],
    ['when there is no URL', { url: undefined }, {}],
    ['when the URL is inside the network', { url: 'http://192.168.1.1/cat.jpg' }, {}],
    ['when the element says WebP', {}, { elementType: 'image/webp' }],
  ])('%s', async (_, change, more) => {
    const picture = { ...original, bytes: await blobOf(photo()), ...change };
    expect(await prepare(picture, { ...options, ...more })).toMatchObject({
      kind: 'bytes',
      contentType: 'image/jpeg',
      widthPx: 240,
      heightPx: 160,
      isPrivate: picture.isPrivate,
    });
  });

  it('when a data: URL holds them', async () => {
    const png = await quadrantPicture().png().toBuffer();
    const picture = { ...original, url: `data:image/png;base64,${png.toString('base64')}` };
    expect(await prepare(picture, options)).toMatchObject({ kind: 'bytes', contentType: 'image/png' });
  });
});

describe('a picture that cannot go', () => {
  it('is too small when its known size says so', async () => {
    const pixel = { ...original, widthPx: 1, heightPx: 1 };
    await expect(prepare(pixel, options)).rejects.toMatchObject({ code: 'too-small' });
  });

  it('needs the page when its host refuses it, or when nothing of it was kept', async () => {
    const refused = prepare(original, { ...options, forceBytes: true });
    await expect(refused).rejects.toMatchObject({ code: 'needs-the-page' });
    const lost = prepare({ ...original, url: undefined }, options);
    await expect(lost).rejects.toMatchObject({ code: 'needs-the-page' });
  });

  it('is no picture when its bytes are text', async () => {
    const text = { ...original, bytes: new Blob(['no picture']) };
    await expect(prepare(text, options)).rejects.toMatchObject({ code: 'not-a-picture' });
  });

  it('stops with the signal’s reason', async () => {
    const stopped = { ...options, forceBytes: true, signal: AbortSignal.abort(new Error('closed')) };
    await expect(prepare({ ...original, bytes: await blobOf(photo()) }, stopped)).rejects.toThrow('closed');
  });

  it('is broken when the SVG cannot be drawn', async () => {
    const { Failure } = await import('../failure.ts');
    const drawSvg = () => Promise.reject(new Failure('broken-picture'));
    const picture = { ...original, bytes: new Blob([new Uint8Array(svg())]) };
    await expect(prepare(picture, { ...options, drawSvg })).rejects.toMatchObject({ code: 'broken-picture' });
  });
});
