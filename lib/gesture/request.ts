import { bytesOfDataUrl } from '../image/data-url.ts';
import { urlOrBytes } from '../image/url-or-bytes.ts';
import type { Candidate, PageFacts } from '../page/candidate.ts';
import type { RemotePage } from '../page/remote.ts';
import type { Picture, SaveRequest, Target } from '../save/request.ts';

/** Most bytes of one picture that are taken from a page. */
const mostBytes = 50_000_000;

export type Occasion = { target: Target; gesture: SaveRequest['gesture']; isIncognito: boolean };

/**
 * The wish to save a picture as it stands on the page. Bytes that only this moment can give are read now: the right
 * to them ends with the next navigation.
 */
export async function requestFor(
  candidate: Candidate,
  facts: PageFacts,
  page: RemotePage | undefined,
  { target, gesture, isIncognito }: Occasion,
): Promise<SaveRequest> {
  const { title, description, altText, link } = candidate;
  return {
    picture: await pictureOf(candidate, page),
    target,
    title,
    description,
    altText,
    ...(link && { link }),
    gesture,
    page: { url: facts.url, title: facts.title },
    isIncognito,
  };
}

async function pictureOf(candidate: Candidate, page: RemotePage | undefined): Promise<Picture> {
  const { url, widthPx, heightPx, pinId } = candidate;
  const bytes = url && urlOrBytes(url) === 'url' ? undefined : await bytesOf(candidate, page);
  return {
    ...(url && { url }),
    ...(bytes && { bytes }),
    widthPx,
    heightPx,
    // What has no address outside the page is seen by this person only.
    isPrivate: !url,
    ...(pinId && { pinId }),
  };
}

/** The picture's bytes, read with the page's rights; undefined when the page cannot give them either. */
async function bytesOf(candidate: Candidate, page: RemotePage | undefined): Promise<Blob | undefined> {
  const read = await page?.read(candidate, mostBytes).catch(() => undefined);
  return read && 'dataUrl' in read ? new Blob([bytesOfDataUrl(read.dataUrl)]) : undefined;
}
