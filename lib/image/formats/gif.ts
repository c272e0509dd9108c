import { type Bytes, u16le } from './bytes.ts';

export interface Gif {
  widthPx: number;
  heightPx: number;
  isAnimated: boolean;
}

/** Size and whether there is a second frame. Source: GIF89a, §17–§26. */
export function readGif(bytes: Bytes): Gif {
  return { widthPx: u16le(bytes, 6), heightPx: u16le(bytes, 8), isAnimated: hasSecondFrame(bytes) };
}

function hasSecondFrame(bytes: Bytes): boolean {
  let frames = 0;
  let at = 13 + colourTableSize(bytes[10]);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x21) {
      at = endOfSubBlocks(bytes, at + 2);
    } else if (block === 0x2c) {
      frames += 1;
      if (frames > 1) return true;
      at = endOfSubBlocks(bytes, at + 10 + colourTableSize(bytes[at + 9]) + 1);
    } else {
      return false;
    }
  }
  return false;
}

function colourTableSize(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfSubBlocks(bytes: Bytes, from: number): number {
  let at = from;
  for (let size = bytes[at] ?? 0; size > 0; size = bytes[at] ?? 0) at += size + 1;
  return at + 1;
}
