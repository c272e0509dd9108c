import { readBmp } from './formats/bmp.ts';
import { ascii, type Bytes, u32be } from './formats/bytes.ts';
import { readGif } from './formats/gif.ts';
import { readHeif } from './formats/heif.ts';
import { readJpeg } from './formats/jpeg.ts';
import { readMarkup } from './formats/markup.ts';
import { readPng } from './formats/png.ts';
import { readWebp } from './formats/webp.ts';

/** What bytes are, whatever their name or `Content-Type` says. */
export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'bmp' | 'svg' | 'tiff' | 'heic' | 'ico';

export interface Sniffed {
  /** `html` is any markup that is not SVG. */
  type: PictureType | 'html' | 'other';
  /** As stored, before any rotation; 0 when reading it would mean decoding. */
  widthPx: number;
  heightPx: number;
  /** EXIF orientation of JPEG and PNG, 1–8. */
  orientation: number;
  isAnimated: boolean;
  /** False only when the format rules it out. */
  mayBeTransparent: boolean;
  /** JPEG and PNG that can be sent without re-encoding: the same picture without metadata. */
  clean?: Bytes[];
}

/** Names the real type of bytes, with what is cheap to know of the picture. Never throws. */
export function sniff(bytes: Bytes): Sniffed {
  const unknown = { widthPx: 0, heightPx: 0, orientation: 1, isAnimated: false, mayBeTransparent: true };
  switch (typeOf(bytes)) {
    case 'jpeg': {
      const { stripped, channels, ...jpeg } = readJpeg(bytes);
      const isClean = stripped !== undefined && jpeg.orientation === 1 && channels !== 4;
      return { ...unknown, ...jpeg, type: 'jpeg', mayBeTransparent: false, ...(isClean && { clean: stripped }) };
    }
    case 'png': {
      const { stripped, bitDepth, ...png } = readPng(bytes);
      const isClean = stripped !== undefined && png.orientation === 1 && bitDepth <= 8;
      return { ...png, type: 'png', ...(isClean && { clean: stripped }) };
    }
    case 'gif':
      return { ...unknown, ...readGif(bytes), type: 'gif' };
    case 'webp':
      return { ...unknown, ...readWebp(bytes), type: 'webp' };
    case 'bmp':
      return { ...unknown, ...readBmp(bytes), type: 'bmp' };
    case 'heif':
      return { ...unknown, ...readHeif(bytes) };
    case 'tiff':
      return { ...unknown, type: 'tiff' };
    case 'ico':
      return { ...unknown, type: 'ico' };
    case 'text':
      return { ...unknown, type: readMarkup(bytes) ?? 'other' };
  }
}

function typeOf(bytes: Bytes): 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'heif' | 'tiff' | 'ico' | 'text' {
  const head = ascii(bytes, 0, 12);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (head.slice(4, 8) === 'ftyp') return 'heif';
  if (head.startsWith('BM') && u32be(bytes, 6) === 0) return 'bmp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('\0\0\x01\0')) return 'ico';
  return 'text';
}
