import { ascii, type Bytes, u32be } from './bytes.ts';
import { orientationOf } from './exif.ts';

/** Chunks that make the picture or its colours; everything else (text, EXIF, time, provenance, frames) goes. */
const pictureChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'pHYs',
]);

/** What a PNG says of itself, and the same picture without what it says of its owner. */
export interface Png {
  widthPx: number;
  heightPx: number;
  bitDepth: number;
  /** EXIF orientation; the stripped bytes are right only when it is 1. */
  orientation: number;
  isAnimated: boolean;
  mayBeTransparent: boolean;
  /** The file with picture chunks only, so the still picture of an animated one; absent when it is cut. */
  stripped?: Bytes[];
}

/** Walks the chunks of a PNG; checksums are copied, not checked. Source: W3C PNG, third edition, §5 and §11. */
export function readPng(bytes: Bytes): Png {
  const colourType = bytes[25] ?? 0;
  const png: Png = {
    widthPx: u32be(bytes, 16),
    heightPx: u32be(bytes, 20),
    bitDepth: bytes[24] ?? 0,
    orientation: 1,
    isAnimated: false,
    mayBeTransparent: colourType === 4 || colourType === 6,
  };
  const kept: Bytes[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const size = u32be(bytes, at) + 12;
    const chunk = bytes.subarray(at, at + size);
    if (chunk.length < size) return png;
    const name = ascii(chunk, 4, 4);
    if (name === 'acTL') png.isAnimated = u32be(chunk, 8) > 1;
    if (name === 'tRNS') png.mayBeTransparent = true;
    if (name === 'eXIf') png.orientation = orientationOf(chunk.subarray(8));
    if (pictureChunks.has(name)) kept.push(chunk);
    if (name === 'IEND') {
      if (png.widthPx > 0 && png.heightPx > 0) png.stripped = kept;
      return png;
    }
    at += size;
  }
  return png;
}
