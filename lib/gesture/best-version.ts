import * as z from 'zod/mini';
import { runFile, runFunction } from '../browser/inject.ts';
import type { Candidate } from '../page/candidate.ts';
import type { Size } from '../page/check-proposal.ts';
import type { OneClick } from '../page/one-click.ts';
import { bestOf, proposalsOf, shownVersion, type Version } from '../page/version-choice.ts';
import { Int } from '../shapes.ts';

const Answer = z.nullish(z.array(z.object({ url: z.string(), widthPx: Int, heightPx: Int })).check(z.maxLength(8)));

/** Where the page's pictures can be tried. */
export interface Frame {
  tabId: number;
  frameId: number;
}

/**
 * The candidate as a save without a question takes it: the site's own picture in its place where that may be followed,
 * else the largest version that loads and shows the same picture, else the version shown.
 */
export async function bestVersion(
  candidate: Candidate,
  follow: OneClick,
  frame: Frame | undefined,
): Promise<Candidate> {
  const { media, link, pinId } = follow;
  const { link: _link, pinId: _pinId, ...rest } = candidate;
  const followed: Candidate = { ...rest, ...(link && { link }), ...(pinId && { pinId }) };
  if (!frame) return followed;
  const shown = shownVersion(candidate);
  const unknown = { widthPx: 0, heightPx: 0 };
  const [proposed] = media ? await tryOut([media.url], media.mustMatch ? shown : unknown, frame) : [];
  if (proposed) return { ...followed, ...proposed };
  // What has no address is seen by this person alone: no other picture is taken for it.
  if (!candidate.url) return followed;
  return { ...followed, ...bestOf(shown, await tryOut(proposalsOf(candidate), shown, frame)) };
}

/** The proposals that hold; none where the page would not say. */
async function tryOut(proposals: string[], shown: Size, { tabId, frameId }: Frame): Promise<Version[]> {
  if (proposals.length === 0) return [];
  const target = { tabId, frameIds: [frameId] };
  try {
    await runFile(target, '/check.js');
    const { widthPx, heightPx } = shown;
    const answer = Answer.parse(await runFunction(target, callCheck, proposals, { widthPx, heightPx })) ?? [];
    return answer.filter(({ url }) => proposals.includes(url));
  } catch {
    return [];
  }
}

/** Runs in the page's isolated world, cut off from this module. */
function callCheck(proposals: unknown, shown: unknown): unknown {
  const { tackCheck } = globalThis as { tackCheck?: (proposals: unknown, shown: unknown) => unknown };
  return tackCheck?.(proposals, shown);
}
