import { Failure } from '../failure.ts';
import { limits } from './limits.ts';
import { hasTransparency } from './transparency.ts';

/** Tried in order until the file is small enough; the scale is of the picture's own size, so never above 1. */
const jpegLadder = [
  { scale: 1, quality: 0.92 },
  { scale: 1, quality: 0.82 },
  { scale: 1, quality: 0.7 },
  { scale: 0.7, quality: 0.82 },
  { scale: 0.5, quality: 0.82 },
  { scale: 0.25, quality: 0.82 },
];
const pngLadder = [{ scale: 1 }, { scale: 0.7 }, { scale: 0.5 }, { scale: 0.35 }, { scale: 0.25 }];

export interface Encoded {
  contentType: 'image/jpeg' | 'image/png';
  blob: Blob;
  widthPx: number;
  heightPx: number;
}

export interface ReencodeOptions {
  /** False spares the look at every pixel. */
  mayBeTransparent: boolean;
  bounds?: { mostBytes: number; mostPixels: number; mostSidePx: number };
  signal?: AbortSignal | undefined;
}

/**
 * Decodes a picture, upright, and encodes it as JPEG, or as PNG where it is transparent; only its pixels survive.
 * @throws Failure `broken-picture` when the browser cannot decode it, `too-large` when no step of the ladder fits
 */
export async function reencode(picture: Blob, options: ReencodeOptions): Promise<Encoded> {
  const { mayBeTransparent, bounds = limits, signal } = options;
  const bitmap = await createImageBitmap(picture).catch((cause: unknown) => {
    throw new Failure('broken-picture', 'the browser cannot decode it', { cause });
  });
  try {
    const fit = Math.min(
      1,
      Math.sqrt(bounds.mostPixels / (bitmap.width * bitmap.height)),
      bounds.mostSidePx / Math.max(bitmap.width, bitmap.height),
    );
    let canvas = draw(bitmap, fit);
    const isTransparent = mayBeTransparent && hasTransparency(canvas);
    const contentType = isTransparent ? 'image/png' : 'image/jpeg';
    let drawn = 1;
    for (const { scale, ...quality } of isTransparent ? pngLadder : jpegLadder) {
      signal?.throwIfAborted();
      if (scale !== drawn) canvas = draw(bitmap, fit * scale);
      drawn = scale;
      const blob = await canvas.convertToBlob({ type: contentType, ...quality });
      if (blob.size <= bounds.mostBytes) return { contentType, blob, widthPx: canvas.width, heightPx: canvas.height };
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Failure('too-large', 'the browser cannot hold or encode it', { cause });
  } finally {
    bitmap.close();
  }
  throw new Failure('too-large', 'no size and quality fits the limit');
}

function draw(bitmap: ImageBitmap, scale: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Failure('too-large', 'no canvas of this size');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}
