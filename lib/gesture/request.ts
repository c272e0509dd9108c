import type { Candidate, PageFacts } from '../page/candidate.ts';
import type { RemotePage } from '../page/remote.ts';
import type { SaveRequest, Target } from '../save/request.ts';
import { mostBytes, type Sight, withBytes } from './read-now.ts';

export type Occasion = { target: Target; gesture: SaveRequest['gesture']; isIncognito: boolean };

/**
 * The wish to save a picture as it stands on the page. Bytes that only this moment can give are read now: the right
 * to them ends with the next navigation.
 */
export async function requestFor(
  candidate: Candidate,
  facts: PageFacts,
  sight: Sight,
  { target, gesture, isIncognito }: Occasion,
): Promise<SaveRequest> {
  const { title, description, altText, link, url, widthPx, heightPx, pinId } = candidate;
  const picture = { ...(url && { url }), widthPx, heightPx, isPrivate: !url, ...(pinId && { pinId }) };
  return {
    picture: await withBytes(picture, sight),
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

/** How a candidate can be read while the gesture lasts; `pageUrl` is the tab's. */
export function sightOf(candidate: Candidate, page: RemotePage | undefined, pageUrl: string | undefined): Sight {
  return {
    pageOrigin: URL.parse(pageUrl ?? '')?.origin,
    fetch: globalThis.fetch.bind(globalThis),
    async readInPage() {
      const read = await page?.read(candidate, mostBytes).catch(() => undefined);
      return read && 'dataUrl' in read ? read.dataUrl : undefined;
    },
  };
}
