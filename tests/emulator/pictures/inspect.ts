import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { readNumber } from './numbered.ts';

/** What is known of a picture that Pinterest took. */
export interface PictureInfo {
  readonly format: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: number;
  /** Of the bytes as received. */
  readonly sha256: string;
  /** Difference hash of the decoded picture, 16 hex digits: stable under re-encoding and scaling. */
  readonly dhash: string;
  /** Average colour, `#rrggbb`. */
  readonly color: string;
  /** The number drawn into pictures of the demo site's gallery; null on other pictures. */
  readonly number: number | null;
  readonly isAnimated: boolean;
}

const known = new Map<string, Promise<PictureInfo>>();
const thumbnails = new Map<string, Buffer>();

/** The small version that answers for `media.images` URLs. */
export function thumbnailOf(sha256: string): Buffer | undefined {
  return thumbnails.get(sha256);
}

/** Decodes a whole picture. Rejects when the bytes are not a picture or end too early. */
export function inspectPicture(bytes: Uint8Array): Promise<PictureInfo> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found = known.get(sha256) ?? decode(bytes, sha256);
  known.set(sha256, found);
  return found;
}

async function decode(bytes: Uint8Array, sha256: string): Promise<PictureInfo> {
  const metadata = await sharp(bytes).metadata();
  // libvips takes half a JPEG with a shrug unless it is told otherwise; autoOrient is what viewers do.
  const whole = sharp(bytes, { failOn: 'truncated' }).autoOrient();
  const { data: small } = await whole
    .clone()
    .flatten({ background: '#fff' })
    .resize(236, 236, { fit: 'inside' })
    .jpeg()
    .toBuffer({ resolveWithObject: true });
  const grey = await sharp(small).resize(9, 8, { fit: 'fill' }).greyscale().raw().toBuffer();
  const average = await sharp(small).resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  thumbnails.set(sha256, small);
  return {
    format: metadata.format,
    widthPx: metadata.autoOrient.width,
    heightPx: metadata.autoOrient.height,
    bytes: bytes.length,
    sha256,
    dhash: differenceHash(grey),
    color: `#${average.subarray(0, 3).toString('hex')}`,
    number: await readNumber(small),
    isAnimated: (metadata.pages ?? 1) > 1,
  };
}

function differenceHash(grey: Buffer): string {
  let bits = 0n;
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column;
      bits = (bits << 1n) | BigInt(Number((grey[at] ?? 0) > (grey[at + 1] ?? 0)));
    }
  }
  return bits.toString(16).padStart(16, '0');
}
