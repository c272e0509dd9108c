import sharp, { type Sharp } from 'sharp';

/** Four quadrants, clockwise from the top left: a turned, mirrored or discoloured copy shows. */
export const quadrants = [
  [220, 30, 30],
  [30, 180, 60],
  [240, 200, 40],
  [40, 60, 200],
] as const;

/** The picture that all others are made of; 240 × 160 unless told. */
export function quadrantPicture(widthPx = 240, heightPx = 160, alpha?: number): Sharp {
  const channels = alpha === undefined ? 3 : 4;
  const pixels = Buffer.alloc(widthPx * heightPx * channels);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const isRight = x >= widthPx / 2;
      const quadrant = y < heightPx / 2 ? (isRight ? 1 : 0) : isRight ? 2 : 3;
      const colour = [...quadrants[quadrant], ...(alpha === undefined ? [] : [quadrant === 0 ? alpha : 255])];
      pixels.set(colour, (y * widthPx + x) * channels);
    }
  }
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels } });
}

const owner = {
  IFD0: { Copyright: 'Secret Owner', Artist: 'Secret Owner' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '51/1 30/1 3230/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '0/1 7/1 4366/100',
  },
};

/** Stored so that a viewer that obeys `orientation` shows the quadrants upright; with its owner's name and GPS. */
export async function photo(orientation = 1, storedSize?: { width: number; height: number }): Promise<Buffer> {
  const upright = quadrantPicture();
  const stored = sharp(await (orientation === 6 ? upright.rotate(-90) : upright).png().toBuffer());
  if (storedSize) stored.resize({ ...storedSize, fit: 'fill', kernel: 'nearest' });
  return stored.jpeg({ quality: 95 }).withExif(owner).withXmp(xmp).withMetadata({ orientation }).toBuffer();
}

const xmp =
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="Secret Owner"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>';

/** A PNG with its owner's name in EXIF and XMP. */
export function pngPhoto(picture: Sharp = quadrantPicture()): Promise<Buffer> {
  return picture.png().withExif(owner).withXmp(xmp).toBuffer();
}

export function png16(): Promise<Buffer> {
  return quadrantPicture().toColourspace('rgb16').png().toBuffer();
}

/** Two frames: the quadrants, then the same upside down. */
export async function animated(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all(
    [quadrantPicture(), quadrantPicture().flip()].map((frame) => frame.png().toBuffer()),
  );
  return sharp(frames, { join: { animated: true } })
    [format]({ delay: [100, 100] })
    .toBuffer();
}

/** 24 bits a pixel, rows bottom-up, as Windows writes it; sharp has no encoder. */
export async function bmp(): Promise<Buffer> {
  const { data, info } = await quadrantPicture().flip().raw().toBuffer({ resolveWithObject: true });
  const header = Buffer.alloc(54);
  header.write('BM');
  header.writeUInt32LE(54 + data.length, 2);
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(info.width, 18);
  header.writeInt32LE(info.height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  for (let at = 0; at < data.length; at += 3) data.subarray(at, at + 3).reverse();
  return Buffer.concat([header, data]);
}

const colour = (index: 0 | 1 | 2 | 3) => `rgb(${quadrants[index].join(',')})`;
const quadrantPaths = `<style>.first{fill:${colour(0)}}</style><rect class="first" width="120" height="80"/><rect x="120" width="120" height="80" fill="${colour(1)}"/><rect x="120" y="80" width="120" height="80" fill="${colour(2)}"/><rect y="80" width="120" height="80" fill="${colour(3)}"/>`;

/** The quadrants as SVG; `root` are the root's attributes beside the name space, `more` goes inside. */
export function svg(root = 'width="240" height="160"', more = ''): Buffer {
  return Buffer.from(`<?xml version="1.0"?><!-- made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${quadrantPaths}${more}</svg>`);
}

export const loginPage = Buffer.from(
  '<!doctype html><html><head><title>Log in</title></head><body>Log in</body></html>',
);

/** How far the picture's quadrants are from the original's: the largest difference of any channel, and its size. */
export async function compare(picture: Buffer): Promise<{ widthPx: number; heightPx: number; difference: number }> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return data.subarray(start, start + 3);
  };
  const seen = [at(0.25, 0.25), at(0.75, 0.25), at(0.75, 0.75), at(0.25, 0.75)];
  const differences = seen.flatMap((pixel, index) =>
    [...pixel].map((value, channel) => Math.abs(value - (quadrants[index]?.[channel] ?? 0))),
  );
  return { widthPx: info.width, heightPx: info.height, difference: Math.max(...differences) };
}
