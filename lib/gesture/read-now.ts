import { bytesOfDataUrl } from '../image/data-url.ts';
import { isPublicAddress } from '../image/public-address.ts';
import { readPicture } from '../image/read-picture.ts';
import { urlOrBytes } from '../image/url-or-bytes.ts';
import type { Picture } from '../save/request.ts';

/** Most bytes of one picture that are taken from a page. */
export const mostBytes = 50_000_000;

/** How a page's pictures can be read while the gesture lasts. */
export interface Sight {
  /** The tab's own origin, which the worker may read with the person's cookies. */
  pageOrigin: string | undefined;
  /** Reads the picture with the page's rights, as a `data:` URL; undefined when the page cannot give it either. */
  readInPage(): Promise<string | undefined>;
  fetch: typeof fetch;
}

/** A picture's bytes; `isPrivate` when they came by the person's session and others do not see this picture. */
export interface Seen {
  bytes: Blob;
  isPrivate: boolean;
}

/** Reads what only this moment can give: the right to it ends with the tab's next navigation. */
export async function readNow(url: string | undefined, sight: Sight): Promise<Seen | undefined> {
  const isOwn = isOwnPicture(url, sight);
  if (url && isOwn) {
    const read = await readPicture(url, sight).catch(() => undefined);
    if (read) return { bytes: read.blob, isPrivate: read.isPrivate || !isPublicAddress(new URL(url)) };
  }
  const dataUrl = url?.startsWith('data:') ? url : await sight.readInPage();
  return dataUrl === undefined
    ? undefined
    : { bytes: new Blob([bytesOfDataUrl(dataUrl)]), isPrivate: url === undefined || isOwn };
}

/** Whether the picture's address alone will not do. */
export function wantsBytes({ url, pinId }: Pick<Picture, 'url' | 'pinId'>): boolean {
  return pinId === undefined && !(url && urlOrBytes(url) === 'url');
}

/** The picture with its bytes where its address alone will not do. */
export async function withBytes(picture: Picture, sight: Sight): Promise<Picture> {
  return wantsBytes(picture) ? { ...picture, ...(await readNow(picture.url, sight)) } : picture;
}

/**
 * The bytes of a picture whose address goes first, for the case that Pinterest refuses it: only the tab's own origin
 * is closed to us later.
 */
export async function inReserve({ url, bytes, pinId, videoUrl }: Picture, sight: Sight): Promise<Seen | undefined> {
  const isWanted = !bytes && pinId === undefined && videoUrl === undefined && isOwnPicture(url, sight);
  return isWanted ? readNow(url, sight) : undefined;
}

/** The picture is of the tab's own origin: the person's cookies may be what shows it. */
export function isOwnPicture(url: string | undefined, { pageOrigin }: Sight): boolean {
  return url !== undefined && pageOrigin !== undefined && URL.parse(url)?.origin === pageOrigin;
}
