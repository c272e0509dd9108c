/**
 * What Pinterest takes and what we allow, in one place.
 *
 * Known: `image_base64` takes `image/jpeg` and `image/png` (API v5, POST /pins), and a WebP behind an `image_url` is
 * refused ("The format of the image is not supported", seen by others). Unknown, so never hard-coded as Pinterest's:
 * the least size, the most pixels, the most bytes, AVIF, and what becomes of an animated GIF. Where a number is needed
 * all the same it is ours, and says so.
 */
export const limits = {
  /** Pinterest's own list for bytes. */
  contentTypes: ['image/jpeg', 'image/png'],
  /** Ours: smaller is a tracking pixel or a rule. Pinterest's own minimum is its answer 403, code 233. */
  leastSidePx: 16,
  /** Ours: integrators send bodies up to 20 MB; base64 adds a third, and 64 KB are left for the pin's other fields. */
  mostBytes: Math.floor((20_000_000 - 65_536) / 4) * 3,
  /** Ours, for what is re-encoded: 60 megapixels stay whole, more is scaled down. */
  mostPixels: 64_000_000,
  /** Ours: what decoding may hold in memory (4 bytes a pixel) before a picture is refused unread. */
  mostDecodedPixels: 120_000_000,
  /** Ours: the longest side that both browsers' canvases hold. */
  mostSidePx: 16_384,
  /** Ours: a file larger than this is not read to its end. */
  mostReadBytes: 64_000_000,
} as const;
