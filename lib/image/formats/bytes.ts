/** The bytes of one file, held in memory of its own so that parts of it can go into a Blob. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Big-endian numbers; past the end a byte counts as 0, so that a cut file is read without throwing. */
export const u16be = (bytes: Bytes, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
export const u32be = (bytes: Bytes, at: number): number => u16be(bytes, at) * 0x1_0000 + u16be(bytes, at + 2);

/** Little-endian numbers, by the same rule. */
export const u16le = (bytes: Bytes, at: number): number => ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0);
export const u32le = (bytes: Bytes, at: number): number => u16le(bytes, at + 2) * 0x1_0000 + u16le(bytes, at);

/** The bytes from `at` on as Latin-1 text: file signatures and chunk names. */
export const ascii = (bytes: Bytes, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
