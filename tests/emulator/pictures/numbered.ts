import sharp from 'sharp';

// A picture's number is drawn as a strip of black and white cells along its lower edge, so that the emulator can
// tell which picture a pin shows whatever size and format it arrived in.
const MARK = '1101';
const BITS = 16;
const CELLS = MARK.length * 2 + BITS + 4;
const STRIP_SHARE = 0.06;

function checksum(number: number): number {
  return (number ^ (number >> 4) ^ (number >> 8) ^ (number >> 12) ^ 0b1010) & 0b1111;
}

function cells(number: number): string {
  const value = number & 0xffff;
  return MARK + value.toString(2).padStart(BITS, '0') + checksum(value).toString(2).padStart(4, '0') + MARK;
}

/** SVG of the strip that carries `number` (0..65535) in a picture of this size. */
export function numberStrip(number: number, widthPx: number, heightPx: number): string {
  const stripPx = heightPx * STRIP_SHARE;
  const cellPx = widthPx / CELLS;
  const rects = [...cells(number)].map((bit, index) => {
    const fill = bit === '1' ? '#000' : '#fff';
    return `<rect x="${index * cellPx}" y="${heightPx - stripPx}" width="${cellPx + 0.5}" height="${stripPx}" fill="${fill}"/>`;
  });
  return rects.join('');
}

/** The number that a picture carries, or null. */
export async function readNumber(picture: Uint8Array): Promise<number | null> {
  const { width, height } = await sharp(picture).metadata();
  const stripPx = Math.floor(height * STRIP_SHARE * 0.5);
  if (stripPx < 1 || width < CELLS * 2) return null;
  const top = Math.round(height * (1 - STRIP_SHARE * 0.75));
  const line = await sharp(picture)
    .extract({ left: 0, top, width, height: Math.min(stripPx, height - top) })
    .greyscale()
    .toColourspace('b-w')
    .resize(width, 1, { fit: 'fill' })
    .raw()
    .toBuffer();
  const read = Array.from({ length: CELLS }, (_, index) => line[Math.floor(((index + 0.5) * width) / CELLS)] ?? 128);
  if (read.some((value) => value > 80 && value < 175)) return null;
  const bits = read.map((value) => (value < 128 ? '1' : '0')).join('');
  const number = Number.parseInt(bits.slice(MARK.length, MARK.length + BITS), 2);
  return bits === cells(number) ? number : null;
}
