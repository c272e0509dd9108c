import { ascii, type Bytes, u16le, u32le } from './bytes.ts';

export interface Webp {
  widthPx: number;
  heightPx: number;
  isAnimated: boolean;
  mayBeTransparent: boolean;
}

/** Reads the first chunk only. Source: RFC 9649, §2.5–§2.7. */
export function readWebp(bytes: Bytes): Webp {
  const kind = ascii(bytes, 12, 4);
  if (kind === 'VP8X') {
    const flags = bytes[20] ?? 0;
    return {
      widthPx: (u32le(bytes, 24) & 0xff_ffff) + 1,
      heightPx: (u32le(bytes, 27) & 0xff_ffff) + 1,
      isAnimated: (flags & 0x02) !== 0,
      mayBeTransparent: (flags & 0x10) !== 0,
    };
  }
  if (kind === 'VP8L') {
    const packed = u32le(bytes, 21);
    return {
      widthPx: (packed & 0x3fff) + 1,
      heightPx: ((packed >>> 14) & 0x3fff) + 1,
      isAnimated: false,
      mayBeTransparent: ((packed >>> 28) & 1) === 1,
    };
  }
  return {
    widthPx: u16le(bytes, 26) & 0x3fff,
    heightPx: u16le(bytes, 28) & 0x3fff,
    isAnimated: false,
    mayBeTransparent: false,
  };
}
