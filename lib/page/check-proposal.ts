import type { Version } from './version-choice.ts';

/** What a check needs: something that loads pictures, and a clock. */
export interface CheckOptions {
  /** `() => new Image()` in a page or popup. */
  createImage: () => HTMLImageElement;
  signal?: AbortSignal;
  /** How long the proposal may take to load. */
  timeoutMs?: number;
  setTimeout?: (run: () => void, afterMs: number) => unknown;
}

/** The natural size of a picture in pixels; 0 when unknown. */
export interface Size {
  widthPx: number;
  heightPx: number;
}

/** How much the proportions of two versions may differ: sizes are rounded, crops are other pictures. */
const tolerance = 0.03;

/** Whether two sizes have the same proportions; an unknown one has every proportion. */
export function isSameAspect(one: Size, other: Size): boolean {
  if (!one.widthPx || !one.heightPx || !other.widthPx || !other.heightPx) return true;
  const ratio = (one.widthPx * other.heightPx) / (one.heightPx * other.widthPx);
  const rounding = 1 / Math.min(one.widthPx, one.heightPx, other.widthPx, other.heightPx);
  return Math.abs(Math.log(ratio)) <= tolerance + rounding;
}

/**
 * Loads a proposed version. Gives its size when it loads in time, is no smaller than the one shown and the same picture
 * by its proportions; else nothing. Stops with the signal's reason.
 */
export async function checkProposal(url: string, shown: Size, options: CheckOptions): Promise<Size | undefined> {
  const { createImage, signal, timeoutMs = 1500, setTimeout: later = setTimeout } = options;
  signal?.throwIfAborted();
  const image = createImage();
  const { promise, resolve, reject } = Promise.withResolvers<Size | undefined>();
  const abort = () => reject(signal?.reason);
  image.onload = () => resolve({ widthPx: image.naturalWidth, heightPx: image.naturalHeight });
  image.onerror = () => resolve(undefined);
  signal?.addEventListener('abort', abort);
  later(() => resolve(undefined), timeoutMs);
  image.decoding = 'async';
  image.referrerPolicy = 'no-referrer';
  image.src = url;
  try {
    const size = await promise;
    return size && size.widthPx >= shown.widthPx && isSameAspect(size, shown) ? size : undefined;
  } finally {
    signal?.removeEventListener('abort', abort);
    image.onload = null;
    image.onerror = null;
    // Ends a download that nobody waits for.
    if (!image.complete) image.src = '';
  }
}

/** The proposals that hold, all tried at once. */
export async function checkProposals(
  proposals: readonly string[],
  shown: Size,
  options: CheckOptions,
): Promise<Version[]> {
  const sizes = await Promise.all(proposals.map((url) => checkProposal(url, shown, options)));
  return proposals.flatMap((url, index) => {
    const size = sizes[index];
    return size ? [{ url, ...size }] : [];
  });
}
