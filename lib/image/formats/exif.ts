import { type Bytes, u16be, u16le, u32be, u32le } from './bytes.ts';

const orientationTag = 0x0112;

/**
 * The EXIF orientation (1–8) of a TIFF structure, as EXIF, PNG's eXIf and WebP's EXIF chunk carry it; 1 when it
 * says nothing. Source: Exif 2.32, §4.6.4.
 */
export function orientationOf(tiff: Bytes): number {
  const isLittle = u16be(tiff, 0) === 0x4949;
  const u16 = isLittle ? u16le : u16be;
  const directory = (isLittle ? u32le : u32be)(tiff, 4);
  const entries = Math.min(u16(tiff, directory), 512);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (u16(tiff, at) !== orientationTag) continue;
    const orientation = u16(tiff, at + 8);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}
