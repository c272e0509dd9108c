import { ascii, type Bytes, u16be } from './bytes.ts';
import { orientationOf } from './exif.ts';

const soi = 0xd8;
const eoi = 0xd9;
const sos = 0xda;

/** What a JPEG says of itself, and the same picture without what it says of its owner. */
export interface Jpeg {
  widthPx: number;
  heightPx: number;
  /** EXIF orientation; the stripped bytes are right only when it is 1. */
  orientation: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  channels: number;
  /** The file without EXIF (GPS), XMP, IPTC, comments, previews and what follows the end; absent when it is cut. */
  stripped?: Bytes[];
}

/**
 * Walks the segments of a JPEG. Colour profile (ICC), JFIF and Adobe's colour transform are kept, since the picture
 * looks different without them. Source: ITU-T T.81, annex B.
 */
export function readJpeg(bytes: Bytes): Jpeg {
  const jpeg: Jpeg = { widthPx: 0, heightPx: 0, orientation: 1, channels: 0 };
  const kept: Bytes[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return jpeg;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === eoi) {
      if (jpeg.widthPx > 0) jpeg.stripped = [...kept, bytes.subarray(at, at + 2)];
      return jpeg;
    }
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const length = u16be(bytes, at + 2);
    if (length < 2) return jpeg;
    const segment = bytes.subarray(at, at + 2 + length);
    at += segment.length;
    if (isFrame(marker)) {
      jpeg.heightPx = u16be(segment, 5);
      jpeg.widthPx = u16be(segment, 7);
      jpeg.channels = segment[9] ?? 0;
    }
    if (marker === 0xe1 && ascii(segment, 4, 6) === 'Exif\0\0') jpeg.orientation = orientationOf(segment.subarray(10));
    if (isPicture(marker, segment)) kept.push(segment);
    if (marker === sos) {
      const end = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, end));
      at = end;
    }
  }
  return jpeg;
}

/** Markers without a length: TEM, restarts, start of image. */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= soi);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isPicture(marker: number, segment: Bytes): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  // A JFIF segment longer than 16 carries a preview.
  if (marker === 0xe0) return ascii(segment, 4, 5) === 'JFIF\0' && segment.length <= 18;
  if (marker === 0xe2) return ascii(segment, 4, 12) === 'ICC_PROFILE\0';
  return marker === 0xee && ascii(segment, 4, 5) === 'Adobe';
}

/** Coded data runs to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Bytes, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
