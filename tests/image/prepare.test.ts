import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageRoom, openImageRoom, type Served } from './browser.ts';
import { animated, bmp, compare, loginPage, photo, png16, pngPhoto, quadrantPicture, svg } from './pictures.ts';
import type { Options, Outcome, Room } from './worker.ts';

declare const room: Room;

let browser: ImageRoom;
beforeAll(async () => {
  browser = await openImageRoom();
}, 60_000);
afterAll(() => browser?.close());

let served = 0;
/** Serves the file and has the worker prepare it as bytes, as after Pinterest refused its URL. */
function prepareFile(file: Served, options: Options = {}): Promise<Outcome> {
  served += 1;
  const url = browser.serve(`/${served}.jpg`, file);
  return browser.worker.evaluate(
    ([url, options]) => room.prepared({ url, widthPx: 0, heightPx: 0, isPrivate: false }, options),
    [url, { forceBytes: true, pageOrigin: browser.origin, ...options }] as const,
  );
}

async function prepareBytes(body: Buffer, options: Options = {}) {
  const outcome = await prepareFile({ body }, options);
  if (outcome.kind !== 'bytes') throw new Error(`expected bytes, got ${JSON.stringify(outcome)}`);
  return { ...outcome, picture: Buffer.from(outcome.data, 'base64') };
}

describe('a picture of any kind becomes JPEG or PNG', () => {
  it.each([
    ['JPEG', () => photo(), 'image/jpeg'],
    ['JPEG turned by EXIF', () => photo(6), 'image/jpeg'],
    ['PNG', () => pngPhoto(), 'image/png'],
    ['16-bit PNG', () => png16(), 'image/jpeg'],
    ['WebP', () => quadrantPicture().webp().toBuffer(), 'image/jpeg'],
    ['lossless WebP', () => quadrantPicture().webp({ lossless: true }).toBuffer(), 'image/jpeg'],
    ['AVIF', () => quadrantPicture().avif({ effort: 0 }).toBuffer(), 'image/jpeg'],
    ['BMP', () => bmp(), 'image/jpeg'],
    ['GIF', () => quadrantPicture().gif().toBuffer(), 'image/jpeg'],
  ])('%s: upright, in its colours and its size, its owner unnamed', async (_, make, contentType) => {
    const result = await prepareBytes(await make());
    expect(result.contentType).toBe(contentType);
    expect(result.lost).toBeUndefined();
    const { format, exif, xmp, orientation = 1 } = await sharp(result.picture).metadata();
    expect(`image/${format}`).toBe(contentType);
    expect({ exif, xmp, orientation }).toEqual({ exif: undefined, xmp: undefined, orientation: 1 });
    const seen = await compare(result.picture);
    expect(seen).toMatchObject({ widthPx: 240, heightPx: 160 });
    expect(result).toMatchObject({ widthPx: 240, heightPx: 160 });
    expect(seen.difference).toBeLessThan(12);
  });

  it.each([
    ['WebP', (alpha: number) => quadrantPicture(240, 160, alpha).webp().toBuffer()],
    ['AVIF', (alpha: number) => quadrantPicture(240, 160, alpha).avif({ effort: 0 }).toBuffer()],
    ['PNG', (alpha: number) => pngPhoto(quadrantPicture(240, 160, alpha))],
  ])('%s that is transparent stays transparent', async (_, make) => {
    const { picture, contentType } = await prepareBytes(await make(128));
    expect(contentType).toBe('image/png');
    const [, , , alpha] = await sharp(picture)
      .ensureAlpha()
      .extract({ left: 60, top: 40, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect(Math.abs((alpha ?? 0) - 128)).toBeLessThanOrEqual(2);
  });

  it('a CMYK JPEG becomes one for screens', async () => {
    const cmyk = await quadrantPicture().toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).channels).toBe(4);
    const { picture } = await prepareBytes(cmyk);
    expect((await sharp(picture).metadata()).channels).toBe(3);
    // Inks cannot show every colour of a screen; an inverted or misread one would be 200 away.
    expect((await compare(picture)).difference).toBeLessThan(100);
  });

  it('that could be transparent and is not becomes JPEG', async () => {
    const { contentType } = await prepareBytes(
      await quadrantPicture(240, 160, 255).webp({ lossless: true }).toBuffer(),
    );
    expect(contentType).toBe('image/jpeg');
  });

  it.each(['gif', 'webp'] as const)('an animated %s gives its first frame and says what is lost', async (format) => {
    const { lost, picture } = await prepareBytes(await animated(format));
    expect(lost).toBe('animation');
    expect(await compare(picture)).toMatchObject({ widthPx: 240, heightPx: 160 });
    expect((await compare(picture)).difference).toBeLessThan(12);
  });

  it('60 megapixels stay 60 megapixels, turned upright', async () => {
    const stored = await photo(6, { width: 6330, height: 9480 });
    const result = await prepareBytes(stored);
    expect(result).toMatchObject({ widthPx: 9480, heightPx: 6330, contentType: 'image/jpeg' });
    expect((await compare(result.picture)).difference).toBeLessThan(12);
  }, 60_000);
});

describe('SVG', () => {
  it.each([
    ['a size', 'width="240" height="160"', 480, 320],
    ['a size in millimetres', 'width="63.5mm" height="42.3333mm" viewBox="0 0 240 160"', 480, 320],
    ['a view box alone', 'viewBox="0 0 240 160"', 480, 320],
    ['a width and a view box', 'width="120" height="100%" viewBox="0 0 240 160"', 240, 160],
  ])('with %s is drawn at twice that size', async (_, attributes, widthPx, heightPx) => {
    const { picture, contentType } = await prepareBytes(svg(attributes));
    expect(contentType).toBe('image/jpeg');
    const seen = await compare(picture);
    expect(seen).toMatchObject({ widthPx, heightPx });
    expect(seen.difference).toBeLessThan(12);
  });

  it('with nothing behind its shapes stays transparent', async () => {
    const { contentType } = await prepareBytes(svg('width="300" height="200"'));
    expect(contentType).toBe('image/png');
  });

  it('runs nothing and fetches nothing', async () => {
    const bait = `${browser.origin}/bait.png`;
    browser.serve('/bait.png', { body: await pngPhoto(), contentType: 'image/png' });
    const hostile = svg(
      'width="240" height="160"',
      `<image href="${bait}" width="9" height="9"/><script>fetch("${bait}")</script><foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${bait}" onerror="fetch('${bait}')"/></foreignObject><style>@import url("${bait}");</style>`,
    );
    const { picture } = await prepareBytes(hostile);
    expect((await compare(picture)).difference).toBeLessThan(12);
    expect(browser.asked).toContain(`/${served}.jpg`);
    expect(browser.asked).not.toContain('/bait.png');
  });

  it('drawn together and one after another, opens and closes its document as needed and leaves none behind', async () => {
    const body = svg();
    const threeInARow = async () => [
      await prepareFile({ body }),
      await prepareFile({ body }),
      await prepareFile({ body }),
    ];
    const outcomes = (await Promise.all([threeInARow(), threeInARow(), threeInARow(), threeInARow()])).flat();
    outcomes.push(...(await threeInARow()));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(15).fill('bytes'));
    await expect.poll(() => browser.worker.evaluate(() => room.offscreenDocuments())).toEqual([]);
  });

  it('that is not well-formed is broken', async () => {
    const outcome = await prepareFile({ body: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>') });
    expect(outcome).toEqual({ kind: 'failed', code: 'broken-picture' });
  });
});

describe('what cannot be a pin fails by name', () => {
  it.each([
    ['a cut JPEG', async () => (await photo()).subarray(0, 700), 'broken-picture'],
    ['a cut PNG', async () => (await pngPhoto()).subarray(0, 150), 'broken-picture'],
    ['a cut WebP', async () => (await quadrantPicture().webp().toBuffer()).subarray(0, 60), 'broken-picture'],
    ['a page named .jpg', async () => loginPage, 'needs-the-page'],
    ['an empty file', async () => Buffer.alloc(0), 'needs-the-page'],
    ['text', async () => Buffer.from('no picture'), 'not-a-picture'],
    ['TIFF', () => quadrantPicture().tiff().toBuffer(), 'format-unsupported'],
    ['a tracking pixel', () => quadrantPicture(1, 1).png().toBuffer(), 'too-small'],
    ['a bomb', async () => bomb(), 'too-large'],
  ])('%s', async (_, make, code) => {
    expect(await prepareFile({ body: await make() })).toEqual({ kind: 'failed', code });
  });

  it('a lying Content-Type changes nothing', async () => {
    const outcome = await prepareFile({ body: await quadrantPicture().webp().toBuffer(), contentType: 'text/html' });
    expect(outcome).toMatchObject({ kind: 'bytes', contentType: 'image/jpeg' });
  });

  it('damaged files give a picture or a name, never anything else', async () => {
    const files = await Promise.all([photo(6), png16(), quadrantPicture().webp().toBuffer(), bmp(), animated('gif')]);
    const outcomes = await Promise.all(
      files.flatMap((file) => [31, 97, 211, 401].map((step) => prepareFile({ body: damaged(file, step) }))),
    );
    const names = ['broken-picture', 'too-small', 'too-large', 'not-a-picture', 'format-unsupported', 'needs-the-page'];
    for (const outcome of outcomes) {
      if (outcome.kind === 'failed') expect(names).toContain(outcome.code);
      else expect(outcome.kind).toBe('bytes');
    }
  });
});

describe('who can see the picture', () => {
  it('behind a cookie is read with the session, and called private', async () => {
    await browser.context.addCookies([{ name: 'session', value: 'mine', url: browser.origin, sameSite: 'Lax' }]);
    const outcome = await prepareFile({ body: await photo(), cookie: 'session=mine' });
    expect(outcome).toMatchObject({ kind: 'bytes', isPrivate: true });
  });

  it('in the open is read without the session, and not called private', async () => {
    expect(await prepareFile({ body: await photo() })).toMatchObject({ kind: 'bytes', isPrivate: false });
  });

  it('behind a wall that the session does not open needs the page', async () => {
    const outcome = await prepareFile({ body: await photo(), cookie: 'session=yours' });
    expect(outcome).toEqual({ kind: 'failed', code: 'needs-the-page' });
  });
});

describe('the limits', () => {
  it('a file above the limit steps down the ladder until it fits, and never up', async () => {
    const noise = await sharp({
      create: {
        width: 800,
        height: 600,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer();
    const sizes = await browser.worker.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const seen = [];
      for (const mostBytes of [1_000_000, 150_000, 60_000]) {
        const bounds = { mostBytes, mostPixels: 64_000_000, mostSidePx: 16_384 };
        const { blob, widthPx } = await room.reencode(new Blob([bytes]), { mayBeTransparent: false, bounds });
        seen.push({ fits: blob.size <= mostBytes, widthPx });
      }
      return seen;
    }, noise.toString('base64'));
    expect(sizes.map(({ fits }) => fits)).toEqual([true, true, true]);
    expect(sizes[0]?.widthPx).toBe(800);
    expect(sizes[2]?.widthPx).toBeLessThan(800);
  });
});

/** Claims 60,000 × 60,000 pixels in a few hundred bytes. */
async function bomb(): Promise<Buffer> {
  const file = Buffer.from(await png16());
  file.writeUInt32BE(60_000, 16);
  file.writeUInt32BE(60_000, 20);
  return file;
}

function damaged(file: Buffer, step: number): Buffer {
  const copy = Buffer.from(file);
  for (let at = 20; at < copy.length; at += step) copy[at] = (copy[at] ?? 0) ^ (at & 0xff);
  return copy;
}
