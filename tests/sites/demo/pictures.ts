import { dishOf } from './dishes.ts';
import { type Format, paintDish, paintNumber, TYPES } from './paint.ts';

const DISH = /^\/pictures\/([a-z-]+)-(\d{2,4})\.(jpg|png|webp|avif|gif)$/;
const NUMBERED = /^\/numbered\/(\d{1,5})-(\d{2,4})x(\d{2,4})\.(jpg|png|webp|avif|gif)$/;

/**
 * `/pictures/<dish>-<width>.<format>` and `/numbered/<number>-<width>x<height>.<format>`; undefined for other paths.
 */
export async function servePicture(path: string): Promise<Response | undefined> {
  const [, slug, width, dishFormat] = DISH.exec(path) ?? [];
  const dish = slug === undefined ? undefined : dishOf(slug);
  if (dish) return answer(await paintDish(dish, Number(width), dishFormat as Format), dishFormat as Format);
  const [, number, numberedWidth, height, format] = NUMBERED.exec(path) ?? [];
  if (number === undefined) return undefined;
  return answer(
    await paintNumber(Number(number), Number(numberedWidth), Number(height), format as Format),
    format as Format,
  );
}

function answer(bytes: Uint8Array<ArrayBuffer>, format: Format): Response {
  return new Response(bytes, { headers: { 'content-type': TYPES[format], 'cache-control': 'max-age=3600' } });
}
