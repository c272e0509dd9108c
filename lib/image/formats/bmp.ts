import { type Bytes, u16le, u32le } from './bytes.ts';

/** Size of a bitmap; rows may be stored top-down, which its negative height says. */
export function readBmp(bytes: Bytes): { widthPx: number; heightPx: number; mayBeTransparent: boolean } {
  const isCore = u32le(bytes, 14) === 12;
  return {
    widthPx: isCore ? u16le(bytes, 18) : u32le(bytes, 18),
    heightPx: isCore ? u16le(bytes, 20) : Math.abs(u32le(bytes, 22) | 0),
    mayBeTransparent: !isCore && u16le(bytes, 28) === 32,
  };
}
