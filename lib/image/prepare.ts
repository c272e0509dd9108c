import { Failure } from '../failure.ts';
import { bytesOfDataUrl } from './data-url.ts';
import { limits } from './limits.ts';
import { readPicture } from './read-picture.ts';
import { type Encoded, reencode } from './reencode.ts';
import { type Sniffed, sniff } from './sniff.ts';
import { urlOrBytes } from './url-or-bytes.ts';

/** A picture as a save request carries it; a size of 0 is unknown. */
export interface Original {
  url?: string | undefined;
  bytes?: Blob | undefined;
  widthPx: number;
  heightPx: number;
  isPrivate: boolean;
}

/** What to put into `media_source`: `image_url` or `image_base64`. */
export type Prepared =
  | { kind: 'url'; url: string }
  | (Encoded & {
      kind: 'bytes';
      /** Only this person's session could read the picture: ask before it goes to a board that others see. */
      isPrivate: boolean;
      /** The picture moved; only its first frame is sent. */
      lost?: 'animation';
    });

export interface PrepareOptions {
  fetch: typeof globalThis.fetch;
  /** Draws an SVG as PNG: lib/browser/draw-svg. */
  drawSvg: (svg: Blob, signal?: AbortSignal) => Promise<Blob>;
  /** Pinterest refused the URL: bytes, whatever the address promises. */
  forceBytes?: boolean | undefined;
  /** The element's own word on the format (`<source type>`), if any. */
  elementType?: string | undefined;
  /** Origin of the page that showed the picture. */
  pageOrigin?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Makes a picture of any kind into what Pinterest takes: its URL when that is enough, else JPEG or PNG bytes without
 * metadata, never larger than the original.
 * @throws Failure `too-small`, `too-large`, `broken-picture`, `not-a-picture`, `format-unsupported`, `needs-the-page`
 * and the others of `readBytes`; the signal's reason when it is aborted
 */
export async function prepare(picture: Original, options: PrepareOptions): Promise<Prepared> {
  const { url } = picture;
  const mayBeUrl = url !== undefined && !options.forceBytes && !picture.isPrivate;
  if (mayBeUrl && urlOrBytes(url, options.elementType) === 'url' && (await urlWillDo(picture.bytes))) {
    assertLargeEnough(picture);
    return { kind: 'url', url };
  }
  const { blob, isPrivate } = await original(picture, options);
  const bytes = await bytesOf(blob);
  options.signal?.throwIfAborted();
  const sniffed = sniff(bytes);
  const encoded = await encode(bytes, sniffed, options);
  assertLargeEnough(encoded);
  return { kind: 'bytes', ...encoded, isPrivate, ...(sniffed.isAnimated && { lost: 'animation' as const }) };
}

async function original(picture: Original, options: PrepareOptions): Promise<{ blob: Blob; isPrivate: boolean }> {
  const { bytes, url, isPrivate } = picture;
  if (bytes) return { blob: bytes, isPrivate };
  if (url === undefined) throw new Failure('needs-the-page', 'neither address nor bytes');
  if (/^data:/i.test(url)) return { blob: new Blob([bytesOfDataUrl(url)]), isPrivate };
  const read = await readPicture(url, options);
  return { blob: read.blob, isPrivate: isPrivate || read.isPrivate };
}

/** The bytes, where they are at hand, tell what the address did not: a WebP named .jpg. */
async function urlWillDo(bytes: Blob | undefined): Promise<boolean> {
  return !bytes || ['jpeg', 'png', 'gif'].includes(sniff(await bytesOf(bytes)).type);
}

async function encode(bytes: Uint8Array<ArrayBuffer>, sniffed: Sniffed, options: PrepareOptions): Promise<Encoded> {
  const { type, clean, widthPx, heightPx, mayBeTransparent } = sniffed;
  const { signal } = options;
  if (clean && (type === 'jpeg' || type === 'png')) {
    const contentType = `image/${type}` as const;
    const blob = new Blob(clean, { type: contentType });
    if (blob.size <= limits.mostBytes) return { contentType, blob, widthPx, heightPx };
  }
  if (type === 'html' || type === 'other') throw new Failure('not-a-picture', `the bytes are ${type}`);
  if (type === 'tiff' || type === 'heic') throw new Failure('format-unsupported', `no browser decodes ${type}`);
  if (widthPx * heightPx > limits.mostDecodedPixels) throw new Failure('too-large', `${widthPx} × ${heightPx}`);
  if (type === 'svg') {
    const drawn = await options.drawSvg(new Blob([bytes], { type: 'image/svg+xml' }), signal);
    return reencode(drawn, { mayBeTransparent, signal });
  }
  return reencode(new Blob([bytes], { type: mimeTypes[type] }), { mayBeTransparent, signal });
}

const mimeTypes = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
};

/** A size of 0 is unknown and passes; Pinterest has the last word. */
function assertLargeEnough({ widthPx, heightPx }: { widthPx: number; heightPx: number }): void {
  const isKnown = widthPx > 0 && heightPx > 0;
  if (isKnown && Math.min(widthPx, heightPx) < limits.leastSidePx) {
    throw new Failure('too-small', `${widthPx} × ${heightPx}`);
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new Failure('broken-picture', 'the stored bytes cannot be read', { cause });
  }
}
