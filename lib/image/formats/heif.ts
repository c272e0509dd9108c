import { ascii, type Bytes, u32be } from './bytes.ts';

export interface Heif {
  type: 'avif' | 'heic' | 'other';
  /** The largest stored picture, before rotation. */
  widthPx: number;
  heightPx: number;
  isAnimated: boolean;
}

/** Tells AVIF from HEIC by its brands and finds the size. Source: ISO/IEC 23008-12, §6.5.3 and §10; AVIF 1.1, §6. */
export function readHeif(bytes: Bytes): Heif {
  const brands: string[] = [];
  const end = Math.min(u32be(bytes, 0), 256);
  for (let at = 8; at < end; at += 4) if (at !== 12) brands.push(ascii(bytes, at, 4));
  const has = (...names: string[]) => names.some((name) => brands.includes(name));
  return {
    type: has('avif', 'avis') ? 'avif' : has('heic', 'heix', 'hevc', 'mif1', 'msf1') ? 'heic' : 'other',
    ...largestExtent(bytes),
    isAnimated: brands[0] === 'avis',
  };
}

/** Looks for `ispe` boxes in the first 8 KB, where the properties stand; walking the tree would find no more. */
function largestExtent(bytes: Bytes): { widthPx: number; heightPx: number } {
  const extent = { widthPx: 0, heightPx: 0 };
  for (let at = 16; at < Math.min(bytes.length, 8192); at++) {
    if (bytes[at] !== 0x69 || ascii(bytes, at, 4) !== 'ispe') continue;
    const widthPx = u32be(bytes, at + 8);
    const heightPx = u32be(bytes, at + 12);
    if (widthPx * heightPx > extent.widthPx * extent.heightPx) Object.assign(extent, { widthPx, heightPx });
  }
  return extent;
}
