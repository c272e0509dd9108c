import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  animated,
  bmp,
  compare,
  loginPage,
  photo,
  png16,
  pngPhoto,
  quadrantPicture,
  svg,
} from '../../tests/image/pictures.ts';
import { sniff } from './sniff.ts';

const bytesOf = (buffer: Uint8Array) => new Uint8Array(buffer);
const size = { widthPx: 240, heightPx: 160 };

describe('the real type', () => {
  it.each([
    ['JPEG', () => photo(), { type: 'jpeg', ...size, mayBeTransparent: false, orientation: 1 }],
    ['progressive JPEG', () => quadrantPicture().jpeg({ progressive: true }).toBuffer(), { type: 'jpeg', ...size }],
    ['turned JPEG', () => photo(6), { type: 'jpeg', widthPx: 160, heightPx: 240, orientation: 6 }],
    ['PNG', () => pngPhoto(), { type: 'png', ...size, mayBeTransparent: false, isAnimated: false }],
    ['PNG with alpha', () => pngPhoto(quadrantPicture(240, 160, 0)), { type: 'png', ...size, mayBeTransparent: true }],
    ['16-bit PNG', () => png16(), { type: 'png', ...size }],
    ['GIF', () => quadrantPicture().gif().toBuffer(), { type: 'gif', ...size, isAnimated: false }],
    ['animated GIF', () => animated('gif'), { type: 'gif', ...size, isAnimated: true }],
    ['WebP', () => quadrantPicture().webp().toBuffer(), { type: 'webp', ...size, mayBeTransparent: false }],
    ['lossless WebP', () => quadrantPicture().webp({ lossless: true }).toBuffer(), { type: 'webp', ...size }],
    [
      'WebP with alpha',
      () => quadrantPicture(240, 160, 9).webp().toBuffer(),
      { type: 'webp', ...size, mayBeTransparent: true },
    ],
    ['animated WebP', () => animated('webp'), { type: 'webp', ...size, isAnimated: true }],
    ['AVIF', () => quadrantPicture().avif({ effort: 0 }).toBuffer(), { type: 'avif', ...size, isAnimated: false }],
    ['BMP', () => bmp(), { type: 'bmp', ...size }],
    ['TIFF', () => quadrantPicture().tiff().toBuffer(), { type: 'tiff' }],
    ['SVG', async () => svg(), { type: 'svg' }],
    [
      'SVG with a doctype',
      async () => Buffer.from('\ufeff<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg:svg/>'),
      { type: 'svg' },
    ],
    ['a log-in page', async () => loginPage, { type: 'html' }],
    ['a page that shows an SVG', async () => Buffer.from('<html><svg></svg></html>'), { type: 'html' }],
    ['text', async () => Buffer.from('{"error":"<svg>"}'), { type: 'other' }],
    ['nothing', async () => Buffer.alloc(0), { type: 'other' }],
  ])('of %s is read from the bytes', async (_, make, expected) => {
    expect(sniff(bytesOf(await make()))).toMatchObject(expected);
  });
});

describe('a picture without its metadata', () => {
  it.each([
    ['JPEG', () => photo()],
    [
      'progressive JPEG',
      () =>
        quadrantPicture()
          .jpeg({ progressive: true })
          .withExif({ IFD0: { Artist: 'Secret Owner' } })
          .toBuffer(),
    ],
    ['PNG', () => pngPhoto()],
  ])('keeps every pixel of a %s and nothing of its owner', async (_, make) => {
    const original = await make();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const clean = Buffer.concat(sniff(bytesOf(original)).clean ?? []);
    const { exif, xmp, iptc } = await sharp(clean).metadata();
    expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined });
    expect(clean.includes('Secret')).toBe(false);
    expect(await sharp(clean).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer());
  });

  it('keeps the colour profile, without which it looks different', async () => {
    const original = await quadrantPicture().withIccProfile('p3').jpeg().toBuffer();
    const clean = Buffer.concat(sniff(bytesOf(original)).clean ?? []);
    expect((await sharp(clean).metadata()).icc).toEqual((await sharp(original).metadata()).icc);
    expect((await sharp(clean).metadata()).icc).toBeDefined();
  });

  it('drops what follows the end: a motion photo carries a film there', async () => {
    const original = Buffer.concat([await photo(), Buffer.from('ftypmp42 Secret film')]);
    const clean = Buffer.concat(sniff(bytesOf(original)).clean ?? []);
    expect(clean.includes('film')).toBe(false);
    expect((await compare(clean)).difference).toBeLessThan(10);
  });

  it.each([
    ['a turned JPEG', () => photo(6)],
    ['a CMYK JPEG', () => quadrantPicture().toColourspace('cmyk').jpeg().toBuffer()],
    ['a cut JPEG', async () => (await photo()).subarray(0, -40)],
    ['a cut PNG', async () => (await pngPhoto()).subarray(0, -40)],
    ['a 16-bit PNG', () => png16()],
  ])('is not offered for %s, which has to be re-encoded', async (_, make) => {
    expect(sniff(bytesOf(await make())).clean).toBeUndefined();
  });
});

describe('hostile bytes', () => {
  it('never make it throw, whatever is changed or cut in a real file', async () => {
    const files = await Promise.all([
      photo(6),
      pngPhoto(),
      animated('gif'),
      animated('webp'),
      quadrantPicture().avif({ effort: 0 }).toBuffer(),
      bmp(),
      Promise.resolve(svg()),
    ]);
    const damage = fc.record({
      file: fc.constantFrom(...files),
      length: fc.nat(6000),
      changes: fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(damage, ({ file, length, changes }) => {
        const bytes = bytesOf(file.subarray(0, length));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const sniffed = sniff(bytes);
        const cleanSize = (sniffed.clean ?? []).reduce((sum, part) => sum + part.length, 0);
        return cleanSize <= bytes.length && sniffed.widthPx >= 0 && sniffed.heightPx >= 0;
      }),
      { numRuns: 500 },
    );
  });

  it('never make it throw, made of nothing but chance', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sniff(bytesOf(bytes)).type.length > 0));
  });
});
