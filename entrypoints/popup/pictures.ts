import { signal } from '@preact/signals';
import { pictureKey } from '../../components/popup/draft.ts';
import type { PageState, PopupPicture } from '../../components/popup/model.ts';
import { injectCollector, readable } from '../../lib/browser/inject.ts';
import { whenComplete } from '../../lib/browser/tabs.ts';
import { Failure } from '../../lib/failure.ts';
import type { Candidate, Collection, PageFacts } from '../../lib/page/candidate.ts';
import type { RemotePage } from '../../lib/page/remote.ts';
import type { Asked, PopupTab } from './asked.ts';
import type { InWords } from './reading.ts';

/** So many tiles fill the popup. */
const inSight = 9;

/** A third of the popup's code reads the page: it comes while the popup draws itself. */
const loading = import('./reading.ts');

interface Reading {
  /** What the page was asked before. */
  readonly answers?: Asked['answers'];
  readonly isNearestFirst?: boolean;
}

/** The tab's pictures, as far as they were handed over. */
export function createPictures() {
  const page = signal<PageState>({ state: 'reading' });
  const pictures = signal<readonly PopupPicture[]>([]);
  const counts = signal({ shown: 0, hidden: 0 });
  let remote: RemotePage | undefined;
  let facts: PageFacts | undefined;
  let nextSlice: number | undefined;
  let inWords: InWords = (candidate) => candidate;

  /** Adds what is new, and says whether anything was; what is there keeps its object: nothing is drawn anew for it. */
  function take(candidates: Candidate[]): boolean {
    const known = new Set(pictures.value.map(({ key }) => key));
    const fresh: PopupPicture[] = [];
    for (const candidate of candidates) {
      const key = pictureKey(candidate);
      if (known.has(key)) continue;
      known.add(key);
      fresh.push({ ...(facts ? inWords(candidate, facts) : candidate), key });
    }
    if (fresh.length > 0) pictures.value = [...pictures.value, ...fresh];
    void nextTask().then(() => mark(fresh));
    return fresh.length > 0;
  }

  /** Marks pictures that this person saved before. */
  async function mark(some: readonly PopupPicture[]): Promise<void> {
    const { newMarks } = await loading;
    const marks = await newMarks(some);
    if (marks.size === 0) return;
    pictures.value = pictures.value.map((one) => {
      const savedTo = marks.get(one.key);
      return savedTo ? { ...one, savedTo } : one;
    });
  }

  function show({ facts: found, candidates, shownCount, hiddenCount }: Collection): void {
    facts = found;
    counts.value = { shown: shownCount, hidden: hiddenCount };
    take(candidates);
    nextSlice = candidates.length < shownCount + hiddenCount ? candidates.length : undefined;
    const { title, siteName, isComplete, nopin } = found;
    page.value = nopin
      ? { state: 'nopin', title, message: nopin.message }
      : { state: 'ready', title, siteName, isComplete };
  }

  async function read(tab: PopupTab, { answers, isNearestFirst }: Reading = {}): Promise<void> {
    try {
      // What makes sense of the page's answer loads meanwhile.
      const words = loading.then(({ ownWords }) => ownWords());
      const [found = [], { collect }] = await Promise.all([
        answers ? readable(answers) : injectCollector(tab.id),
        loading,
      ]);
      [remote, inWords] = await Promise.all([collect(tab.id, found), words]);
      if (remote && !isNearestFirst) loadFirst(remote.collection.candidates);
      // To read and to draw are two tasks: neither keeps a key waiting for both.
      await nextTask();
      if (!remote) {
        // The collector answers for every document but a PDF.
        page.value = { state: 'unreadable', reason: 'pdf' };
        return;
      }
      show(isNearestFirst ? await remote.nearest() : remote.collection);
      void showPreviews();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { unreadableReason } = await loading;
      page.value = { state: 'unreadable', reason: unreadableReason(tab.url, error) };
    }
  }

  /** Pictures without an address outside the page are shown from their bytes. */
  async function showPreviews(): Promise<void> {
    for (const picture of pictures.value.filter((one) => !one.url && !one.thumbnail && !one.previewUrl).slice(0, 20)) {
      const answer = await remote?.read(picture, 5_000_000);
      if (!answer || !('dataUrl' in answer)) continue;
      const previewUrl = answer.dataUrl;
      pictures.value = pictures.value.map((one) => (one.key === picture.key ? { ...one, previewUrl } : one));
    }
  }

  return {
    page,
    pictures,
    counts,
    facts: () => facts,
    /** Looks again at what of a picture was saved before. */
    markAgain: (key: string) => mark(pictures.value.filter((one) => one.key === key)),
    frameIdOf: (picture: PopupPicture) => remote?.frameIdOf(picture) ?? 0,
    /** Reads the page now, and once more when it has finished loading. */
    async read(tab: PopupTab, reading?: Reading): Promise<void> {
      await read(tab, reading);
      if (page.value.state === 'ready' && !page.value.isComplete) whenComplete(tab.id, () => void read(tab));
    },
    async pick(url: string): Promise<PopupPicture | undefined> {
      const candidate = await remote?.pick(url);
      if (!candidate) return undefined;
      take([candidate]);
      return pictures.value.find(({ key }) => key === pictureKey(candidate));
    },
    /** The next slice that holds anything new. */
    async more(): Promise<void> {
      while (nextSlice !== undefined && remote) {
        const from = nextSlice;
        nextSlice = undefined;
        const { candidates } = await remote.slice(from);
        await nextTask();
        if (candidates.length > 0) nextSlice = from + candidates.length;
        if (take(candidates)) return;
      }
    },
  };
}

/** Begins to load what is in sight first, so that it is there when it is drawn. */
function loadFirst(candidates: readonly Candidate[]): void {
  for (const { thumbnail, url, hidden } of candidates.slice(0, inSight)) {
    const src = thumbnail ?? url;
    if (!src || hidden) continue;
    const image = new Image();
    image.referrerPolicy = 'no-referrer';
    image.src = src;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
