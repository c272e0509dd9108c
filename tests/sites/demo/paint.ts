import sharp from 'sharp';
import { numberStrip } from '../../emulator/pictures/numbered.ts';
import { createRandom, hashText } from '../../emulator/random.ts';
import type { Dish } from './dishes.ts';

export type Format = 'jpg' | 'png' | 'webp' | 'avif' | 'gif';
export const TYPES: Record<Format, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

const painted = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** A dish on a table seen from above: the same bytes every time. */
export function paintDish(dish: Dish, widthPx: number, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const heightPx = Math.round(widthPx / dish.aspect);
  return once(`${dish.slug} ${widthPx} ${format}`, () => encode(dishSvg(dish, widthPx, heightPx), format));
}

/** A plain picture that carries a number, which the emulator reads back from the pin. */
export function paintNumber(
  number: number,
  widthPx: number,
  heightPx: number,
  format: Format,
): Promise<Uint8Array<ArrayBuffer>> {
  return once(`${number} ${widthPx} ${heightPx} ${format}`, () => encode(numberSvg(number, widthPx, heightPx), format));
}

function once(key: string, paint: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const known = painted.get(key) ?? paint();
  // Thousands of gallery pictures are cheap to paint again; a run of days must not hold them all.
  if (painted.size < 500) painted.set(key, known);
  return known;
}

async function encode(svg: string, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#fff' });
  const options = {
    jpg: { quality: 84 },
    png: { compressionLevel: 6 },
    webp: { quality: 80 },
    avif: { quality: 55, effort: 1 },
    gif: {},
  };
  return new Uint8Array(await picture.toFormat(format === 'jpg' ? 'jpeg' : format, options[format]).toBuffer());
}

function dishSvg({ slug, table, plate, food, garnish }: Dish, widthPx: number, heightPx: number): string {
  const random = createRandom(hashText(slug));
  const radius = Math.min(widthPx, heightPx) * 0.42;
  const [x, y] = [widthPx * 0.5, heightPx * 0.53];
  const around = (share: number) => {
    const angle = random() * Math.PI * 2;
    const distance = Math.sqrt(random()) * radius * share;
    return { cx: x + Math.cos(angle) * distance, cy: y + Math.sin(angle) * distance };
  };
  const planks = Array.from({ length: 7 }, (_, index) => {
    const at = (heightPx / 7) * index;
    return `<rect x="0" y="${at}" width="${widthPx}" height="${heightPx / 7}" fill="#000" opacity="${0.02 + random() * 0.06}"/>`;
  });
  const bites = Array.from({ length: 46 }, (_, index) => {
    const { cx, cy } = around(0.62);
    const size = radius * (0.08 + random() * 0.16);
    const turn = Math.round(random() * 180);
    const color = food[index % food.length];
    return `<ellipse cx="${cx}" cy="${cy}" rx="${size}" ry="${size * (0.6 + random() * 0.4)}" fill="${color}" transform="rotate(${turn} ${cx} ${cy})"/>
      <ellipse cx="${cx - size * 0.3}" cy="${cy - size * 0.3}" rx="${size * 0.3}" ry="${size * 0.2}" fill="#fff" opacity="0.18"/>`;
  });
  const leaves = Array.from({ length: 14 }, () => {
    const { cx, cy } = around(0.6);
    const size = radius * (0.04 + random() * 0.05);
    const turn = Math.round(random() * 180);
    return `<ellipse cx="${cx}" cy="${cy}" rx="${size * 1.8}" ry="${size}" fill="${garnish}" transform="rotate(${turn} ${cx} ${cy})"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <defs>
      <radialGradient id="table" cx="0.3" cy="0.2" r="1.1"><stop offset="0" stop-color="${table[0]}"/><stop offset="1" stop-color="${table[1]}"/></radialGradient>
      <radialGradient id="plate" cx="0.4" cy="0.35" r="0.75"><stop offset="0" stop-color="${plate}"/><stop offset="0.8" stop-color="${plate}"/><stop offset="1" stop-color="#00000033"/></radialGradient>
      <filter id="soft"><feGaussianBlur stdDeviation="${radius * 0.06}"/></filter>
    </defs>
    <rect width="100%" height="100%" fill="url(#table)"/>${planks.join('')}
    <circle cx="${x + radius * 0.08}" cy="${y + radius * 0.12}" r="${radius * 1.02}" fill="#000" opacity="0.35" filter="url(#soft)"/>
    <circle cx="${x}" cy="${y}" r="${radius}" fill="${plate}"/><circle cx="${x}" cy="${y}" r="${radius}" fill="url(#plate)"/>
    <circle cx="${x}" cy="${y}" r="${radius * 0.76}" fill="#000" opacity="0.06"/>
    <circle cx="${x}" cy="${y}" r="${radius * 0.7}" fill="${food[0]}"/>${bites.join('')}${leaves.join('')}
  </svg>`;
}

function numberSvg(number: number, widthPx: number, heightPx: number): string {
  const random = createRandom(number + 1);
  const hue = Math.floor(random() * 360);
  const shapes = Array.from({ length: 9 }, () => {
    const color = `hsl(${(hue + Math.floor(random() * 90)) % 360} 60% ${Math.floor(35 + random() * 45)}%)`;
    const size = widthPx * (0.08 + random() * 0.22);
    return `<circle cx="${random() * widthPx}" cy="${random() * heightPx}" r="${size}" fill="${color}" opacity="0.8"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <rect width="100%" height="100%" fill="hsl(${hue} 45% 70%)"/>${shapes.join('')}${numberStrip(number, widthPx, heightPx)}
  </svg>`;
}
