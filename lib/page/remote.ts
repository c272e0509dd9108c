import * as z from 'zod/mini';
import type { PageBytes, PageCall } from './call.ts';
import type { Candidate, Collection } from './candidate.ts';
import { Findings } from './found.ts';
import { statementsOf } from './lead.ts';
import { pictureKey } from './originals.ts';
import { refine } from './refine.ts';

/** One frame's answer, as `scripting.executeScript` gives it. */
export interface FrameAnswer {
  frameId: number;
  result?: unknown;
}

/** `scripting.executeScript` for one tab, always with `injectImmediately: true`. */
export interface Injector {
  /** Runs the collector's file in every frame that may be reached. */
  inject: () => Promise<FrameAnswer[]>;
  /** Runs `callPage` with these arguments in one frame, and gives what it returned. */
  call: (frameId: number, args: PageCall) => Promise<unknown>;
}

/** A page whose collector is in place. Everything that the page hands over is checked before it is believed. */
export interface RemotePage {
  collection: Collection;
  /** The next pictures of the top frame, from this rank on. */
  slice: (from: number) => Promise<Collection>;
  /** The candidate that shows `srcUrl`; nothing when no frame knows it. */
  pick: (srcUrl: string) => Promise<Candidate | undefined>;
  /** The top frame's pictures, nearest to the middle of the window first. */
  nearest: () => Promise<Collection>;
  /** The frame that a candidate was found in. */
  frameIdOf: (candidate: Pick<Candidate, 'id'>) => number;
  /** The bytes of a candidate as a `data:` URL, read with the page's own rights. */
  read: (candidate: Pick<Candidate, 'id' | 'handle' | 'url'>, mostBytes: number) => Promise<PageBytes>;
}

/** Candidates of the n-th frame are named from n times this on. */
const framesApart = 1_000_000;

/** How many of the page's stated pictures are asked for by themselves, and how many pictures come at once. */
const mostStated = 4;
const mostPictures = 120;

const BytesAnswer = z.union([
  z.object({ dataUrl: z.string().check(z.refine((url) => /^data:[^,]*,/.test(url.slice(0, 200)))) }),
  z.object({ failure: z.enum(['page-bytes-missing', 'page-bytes-too-large', 'page-bytes-unreadable']) }),
]);

/** Collects the tab's page and its frames of the same origin; nothing when the page cannot be read. */
export async function collectPage(injector: Injector): Promise<RemotePage | undefined> {
  const answers = await injector.inject();
  const found = answers
    .toSorted((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId, result }) => {
      const { data } = Findings.safeParse(result);
      return data ? [{ frameId, data }] : [];
    });
  const frames = await Promise.all(
    found.map(async ({ frameId, data }) => ({
      frameId,
      collection: refine(frameId === 0 ? await withStated(data, injector) : data),
    })),
  );
  const [top, ...inner] = frames;
  if (top?.frameId !== 0) return;
  const frameIds = frames.map(({ frameId }) => frameId);
  return openPage(injector, frameIds, joinFrames([top.collection, ...inner.map(({ collection }) => collection)]));
}

/** The findings with the pictures that the page names as its own, also where these rank beyond the best. */
async function withStated(findings: Findings, { call }: Injector): Promise<Findings> {
  const { page, pictures, shownCount, hiddenCount } = findings;
  if (shownCount + hiddenCount <= pictures.length) return findings;
  const known = new Set(pictures.map(({ url = '' }) => pictureKey(url)));
  const stated = statementsOf(page).pictures.toSorted((a, b) => b.weight - a.weight);
  const missing = new Set(stated.filter(({ url }) => !known.has(pictureKey(url))).map(({ url }) => url));
  const answers = await Promise.all([...missing].slice(0, mostStated).map((url) => call(0, ['pick', url])));
  const picked = answers.flatMap((answer) => Findings.safeParse(answer).data?.pictures ?? []);
  const more = [...new Map(picked.map((picture) => [picture.id, picture])).values()];
  return { ...findings, pictures: [...pictures.slice(0, mostPictures - more.length), ...more] };
}

function openPage({ call }: Injector, frameIds: number[], collection: Collection): RemotePage {
  const ask = async (frame: number, ...args: PageCall) => {
    const { data } = Findings.safeParse(await call(frameIds[frame] ?? 0, args));
    return data && inFrame(refine(data, { isWhole: false, keepsOrder: args[0] === 'nearest' }), frame);
  };
  const frameIdOf = ({ id }: Pick<Candidate, 'id'>) => frameIds[Math.floor(id / framesApart)] ?? 0;
  const none: Collection = { ...collection, candidates: [] };
  return {
    collection,
    frameIdOf,
    slice: async (from) => (await ask(0, 'slice', from)) ?? none,
    nearest: async () => (await ask(0, 'nearest')) ?? none,
    async pick(srcUrl) {
      for (const frame of frameIds.keys()) {
        const candidate = (await ask(frame, 'pick', srcUrl))?.candidates[0];
        if (candidate) return candidate;
      }
      return undefined;
    },
    async read({ id, handle, url }, mostBytes) {
      const answer = await call(frameIdOf({ id }), ['read', handle ?? url ?? '', mostBytes]);
      return BytesAnswer.safeParse(answer).data ?? { failure: 'page-bytes-unreadable' };
    },
  };
}

/** One collection of several frames': shown pictures first, the top frame's before those of the frames in it. */
export function joinFrames([top, ...inner]: [Collection, ...Collection[]]): Collection {
  const all = [top, ...inner.map((collection, index) => inFrame(collection, index + 1))];
  const candidates = all.flatMap((collection) => collection.candidates);
  const known = new Set<string>();
  const once = candidates.filter(({ url }) => !url || (!known.has(url) && known.add(url)));
  const total = (count: 'shownCount' | 'hiddenCount') => all.reduce((sum, collection) => sum + collection[count], 0);
  return {
    facts: top.facts,
    candidates: [...once.filter(({ hidden }) => !hidden), ...once.filter(({ hidden }) => hidden)].slice(0, 120),
    shownCount: total('shownCount'),
    hiddenCount: total('hiddenCount'),
    isPartial: all.some(({ isPartial }) => isPartial),
  };
}

function inFrame(collection: Collection, frame: number): Collection {
  const candidates = collection.candidates.map((candidate) => ({
    ...candidate,
    id: candidate.id + frame * framesApart,
  }));
  return { ...collection, candidates };
}
