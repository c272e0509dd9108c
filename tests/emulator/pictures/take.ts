import { Refusal } from '../api/refusal.ts';
import type { Environment } from '../call.ts';
import type { World } from '../world.ts';
import { inspectPicture, type PictureInfo } from './inspect.ts';

// WebP is refused (seen); JPEG and PNG are taken (documented). GIF by URL is taken here, for want of a refusal.
const FETCHED_FORMATS = new Set(['jpeg', 'png', 'gif']);
const CLAIMS = { 'image/jpeg': 'jpeg', 'image/png': 'png' } as const;

const cannotFetch = () => new Refusal(400, 1, 'Sorry we could not fetch the image.');
const isBroken = () => new Refusal(403, 235, 'Sorry, this image is broken. Please pick a different image.');
const wrongFormat = () => new Refusal(400, 1, 'The format of the image is not supported');

/** The picture of an `image_base64` source, which must be the JPEG or PNG that it claims to be. */
export async function takeBytes(world: World, claim: keyof typeof CLAIMS, data: string): Promise<PictureInfo> {
  const picture = await inspectPicture(Buffer.from(data, 'base64')).catch(() => null);
  if (!picture) throw isBroken();
  if (picture.format !== CLAIMS[claim]) throw wrongFormat();
  return largeEnough(world, picture);
}

/** The picture of an `image_url` source, fetched as Pinterest would: no cookies, no referrer, from outside. */
export async function takeUrl(world: World, url: string, environment: Environment): Promise<PictureInfo> {
  if (environment === 'sandbox' && !world.settings.pictures.sandboxFetches) throw cannotFetch();
  const response = await fetchPicture(world, url);
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !/^(image\/|application\/octet-stream|$)/.test(type)) throw cannotFetch();
  const bytes = await response.arrayBuffer().catch(() => null);
  if (!bytes) throw cannotFetch();
  const picture = await inspectPicture(new Uint8Array(bytes)).catch(() => null);
  if (!picture) throw isBroken();
  if (!FETCHED_FORMATS.has(picture.format)) throw wrongFormat();
  return largeEnough(world, picture);
}

async function fetchPicture(world: World, url: string): Promise<Response> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Refusal(
      400,
      1,
      'Whoops! It looks like you entered an invalid URL. Try creating a Pin again with a valid URL.',
    );
  }
  const base = world.settings.pictures.hosts[new URL(url).host];
  const { pathname, search } = new URL(url);
  const headers = { 'user-agent': 'Pinterest/0.2 (+https://www.pinterest.com/bot.html)' };
  // Far more than a picture takes, also where a soak keeps the whole machine busy.
  const signal = AbortSignal.timeout(30_000);
  const fetched = base
    ? fetch(new URL(pathname + search, base), { headers, signal })
    : world.fetchSite(url, { headers, signal });
  return fetched.catch(() => Promise.reject(cannotFetch()));
}

function largeEnough(world: World, picture: PictureInfo): PictureInfo {
  const { minSidePx } = world.settings.pictures;
  if (Math.min(picture.widthPx, picture.heightPx) >= minSidePx) return picture;
  throw new Refusal(403, 233, 'Your image is too small. Please choose a larger image and try again.');
}
