import sharp from 'sharp';
import { dishOf } from './dishes.ts';
import { paintDish, paintNumber } from './paint.ts';

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><rect width="400" height="300" fill="#f5cf45"/><circle cx="200" cy="150" r="110" fill="#faf7f0"/></svg>`;

/** The smallest document that readers open: one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
`;

type Odd = () => Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> | string }>;

/** Files that are not what they seem, by name under /odd/. */
const ODD: Record<string, Odd> = {
  'rotated.jpg': async () => {
    const upright = await sharp(await tart())
      .rotate(90)
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer();
    return { type: 'image/jpeg', bytes: new Uint8Array(upright) };
  },
  'located.jpg': async () => {
    const exif = {
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 24/1 0/1' },
    };
    return {
      type: 'image/jpeg',
      bytes: new Uint8Array(
        await sharp(await tart())
          .withExif(exif)
          .jpeg()
          .toBuffer(),
      ),
    };
  },
  'animated.gif': async () => {
    const frames = await Promise.all([1, 2, 3].map((number) => paintNumber(number, 300, 300, 'png')));
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [200, 200, 200] })
      .toBuffer();
    return { type: 'image/gif', bytes: new Uint8Array(gif) };
  },
  'deep.png': async () => {
    const deep = await sharp(await tart())
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    return { type: 'image/png', bytes: new Uint8Array(deep) };
  },
  'clear.webp': async () => {
    const clear = await sharp(await tart())
      .ensureAlpha(0.5)
      .webp()
      .toBuffer();
    return { type: 'image/webp', bytes: new Uint8Array(clear) };
  },
  'drawing.svg': async () => ({ type: 'image/svg+xml', bytes: SVG }),
  /** WebP under a JPEG's name and type. */
  'lying.jpg': async () => ({
    type: 'image/jpeg',
    bytes: new Uint8Array(
      await sharp(await tart())
        .webp()
        .toBuffer(),
    ),
  }),
  'truncated.jpg': async () => {
    const whole = await tart();
    return { type: 'image/jpeg', bytes: whole.slice(0, Math.floor(whole.length * 0.4)) };
  },
  'page.jpg': async () => ({ type: 'text/html; charset=utf-8', bytes: '<!doctype html><title>Not a picture</title>' }),
  'menu.pdf': async () => ({ type: 'application/pdf', bytes: PDF }),
  'tiny.jpg': async () => ({ type: 'image/jpeg', bytes: await paintNumber(0, 40, 40, 'jpg') }),
  'huge.jpg': async () => {
    const plain = sharp({ create: { width: 10_000, height: 6000, channels: 3, background: '#c8402a' } });
    return { type: 'image/jpeg', bytes: new Uint8Array(await plain.jpeg({ quality: 50 }).toBuffer()) };
  },
};

async function tart(): Promise<Uint8Array<ArrayBuffer>> {
  const dish = dishOf('lemon-tart');
  if (!dish) throw new Error('the tart is gone');
  return paintDish(dish, 600, 'jpg');
}

export async function serveOdd(name: string): Promise<Response | undefined> {
  if (!Object.hasOwn(ODD, name)) return undefined;
  const odd = await ODD[name]?.();
  return odd && new Response(odd.bytes, { headers: { 'content-type': odd.type } });
}
