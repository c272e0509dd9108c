import * as z from 'zod/mini';
import { runFile, runFunction } from '../browser/inject.ts';
import type { Candidate } from '../page/candidate.ts';
import type { OneClick } from '../page/one-click.ts';
import { Int } from '../shapes.ts';

const Answer = z.nullish(z.object({ url: z.string(), size: z.object({ widthPx: Int, heightPx: Int }) }));

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
  const shown = { widthPx: candidate.widthPx, heightPx: candidate.heightPx };
  const unknown = { widthPx: 0, heightPx: 0 };
  const proposed = media && (await tryOut([media.url], media.mustMatch ? shown : unknown, frame));
  const best = proposed ?? (await tryOut(candidate.larger, shown, frame));
  return best ? { ...followed, url: best.url, ...best.size } : followed;
}

/** The best proposal that holds; nothing when none does, or the page would not say. */
async function tryOut(proposals: string[], shown: { widthPx: number; heightPx: number }, { tabId, frameId }: Frame) {
  if (proposals.length === 0) return undefined;
  const target = { tabId, frameIds: [frameId] };
  try {
    await runFile(target, '/check.js');
    const answer = Answer.parse(await runFunction(target, callCheck, proposals, shown));
    return answer && proposals.includes(answer.url) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Runs in the page's isolated world, cut off from this module. */
function callCheck(proposals: unknown, shown: unknown): unknown {
  const { tackCheck } = globalThis as { tackCheck?: (proposals: unknown, shown: unknown) => unknown };
  return tackCheck?.(proposals, shown);
}
