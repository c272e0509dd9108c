import type { PageBytes } from './bytes.ts';
import type { Collection } from './candidate.ts';
import { Findings } from './found.ts';
import { refine } from './refine.ts';

/** What the injected script answers to, in the page's isolated world. */
export interface PageCalls {
  slice: (from: number) => Findings;
  pick: (url: string) => Findings;
  nearest: () => Findings;
  read: (which: number | string, mostBytes: number) => Promise<PageBytes>;
}

/** One frame's answer, as `scripting.executeScript` gives it. */
export interface FrameAnswer {
  frameId: number;
  result?: unknown;
}

/** `scripting.executeScript` for one tab, with `injectImmediately: true`. */
export interface Injector {
  /** Injects the collector into every frame that may be reached. */
  inject: () => Promise<FrameAnswer[]>;
  /** Runs `callPage` with these arguments in one frame. */
  call: (frameId: number, name: keyof PageCalls, args: unknown[]) => Promise<unknown>;
}

/** The function to give to `executeScript({ func })`; it must stand alone. */
export function callPage(name: string, args: unknown[]): unknown {
  const { tackPage } = globalThis as { tackPage?: Record<string, (...args: unknown[]) => unknown> };
  return tackPage?.[name]?.(...args);
}

const framesApart = 1_000_000;

/** Where a candidate's page is: the frame, and the name that the frame's own script knows it by. */
export function placeOf(id: number): { frame: number; local: number } {
  return { frame: Math.floor(id / framesApart), local: id % framesApart };
}

/** The pictures of the tab's page and of its frames of the same origin, best first. */
export async function collectPage(injector: Injector): Promise<RemotePage | undefined> {
  const answers = await injector.inject();
  const frames = answers
    .toSorted((a, b) => a.frameId - b.frameId)
    .flatMap(({ frameId, result }) => {
      const parsed = Findings.safeParse(result);
      return parsed.success ? [{ frameId, collection: refine(parsed.data) }] : [];
    });
  const [top, ...inner] = frames;
  if (top?.frameId !== 0) return;
  const frameIds = frames.map(({ frameId }) => frameId);
  return openPage(injector, frameIds, joinFrames([top.collection, ...inner.map(({ collection }) => collection)]));
}

/** A page whose collector is in place. */
export interface RemotePage {
  collection: Collection;
  /** The next pictures of the top frame, from this rank on. */
  slice: (from: number) => Promise<Collection>;
  /** The candidate that shows `srcUrl` in any version; nothing when no frame knows it. */
  pick: (srcUrl: string) => Promise<Collection['candidates'][number] | undefined>;
  nearest: () => Promise<Collection>;
  /** The bytes of a candidate, as a `data:` URL. */
  read: (candidate: Collection['candidates'][number], mostBytes: number) => Promise<PageBytes>;
}

function openPage(injector: Injector, frameIds: number[], collection: Collection): RemotePage {
  const ask = async (frame: number, name: keyof PageCalls, args: unknown[]) => {
    const answer = await injector.call(frameIds[frame] ?? 0, name, args);
    return inFrame(refine(Findings.parse(answer)), frame);
  };
  return {
    collection,
    slice: (from) => ask(0, 'slice', [from]),
    nearest: () => ask(0, 'nearest', []),
    async pick(srcUrl) {
      for (const frame of frameIds.keys()) {
        const found = await ask(frame, 'pick', [srcUrl]);
        if (found.candidates[0]) return found.candidates[0];
      }
      return undefined;
    },
    async read({ id, handle, url }, mostBytes) {
      const { frame } = placeOf(id);
      return PageBytesAnswer(await injector.call(frameIds[frame] ?? 0, 'read', [handle ?? url ?? '', mostBytes]));
    },
  };
}

/** One collection of several frames': shown pictures first, the top frame's before those of others. */
export function joinFrames(collections: [Collection, ...Collection[]]): Collection {
  const [top, ...inner] = collections;
  const all = [...top.candidates, ...inner.flatMap((collection, index) => inFrame(collection, index + 1).candidates)];
  const sorted = [...all.filter(({ hidden }) => !hidden), ...all.filter(({ hidden }) => hidden)];
  return {
    facts: top.facts,
    candidates: sorted.slice(0, 120),
    shownCount: collections.reduce((sum, { shownCount }) => sum + shownCount, 0),
    hiddenCount: collections.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0),
    isPartial: collections.some(({ isPartial }) => isPartial),
  };
}

function inFrame(collection: Collection, frame: number): Collection {
  const candidates = collection.candidates.map((candidate) => ({
    ...candidate,
    id: candidate.id + frame * framesApart,
  }));
  return { ...collection, candidates };
}

/** A page's answer to `read`, checked. */
function PageBytesAnswer(answer: unknown): PageBytes {
  if (answer && typeof answer === 'object') {
    if (
      'dataUrl' in answer &&
      typeof answer.dataUrl === 'string' &&
      /^data:[^,]*,/.test(answer.dataUrl.slice(0, 200))
    ) {
      return { dataUrl: answer.dataUrl };
    }
    if ('failure' in answer) {
      const { failure } = answer;
      if (failure === 'page-bytes-missing' || failure === 'page-bytes-too-large') return { failure };
    }
  }
  return { failure: 'page-bytes-unreadable' };
}
