import { signal } from '@preact/signals';
import { pictureKey } from '../../components/popup/draft.ts';
import type { PageState, PopupPicture } from '../../components/popup/model.ts';
import { injectCollector } from '../../lib/browser/inject.ts';
import { whenComplete } from '../../lib/browser/tabs.ts';
import { Failure } from '../../lib/failure.ts';
import { send } from '../../lib/messages/send.ts';
import type { Candidate, Collection, PageFacts } from '../../lib/page/candidate.ts';
import type { RemotePage } from '../../lib/page/remote.ts';
import { webAddresses } from '../../lib/page/web-addresses.ts';
import type { InWords } from './reading.ts';
import type { PopupTab } from './tab.ts';

/** A third of the popup's code reads the page: it comes while the popup draws itself. */
const loading = import('./reading.ts');

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
    void mark(fresh);
    return fresh.length > 0;
  }

  /** Marks pictures that this person saved before. */
  async function mark(some: readonly PopupPicture[]): Promise<void> {
    const urls = some.flatMap(webAddresses);
    const marks: Record<string, string[]> = urls.length > 0 ? await send('savedMarks', urls).catch(() => ({})) : {};
    const marksOf = (one: PopupPicture) => [...new Set(webAddresses(one).flatMap((url) => marks[url] ?? []))];
    const keys = new Set(some.map(({ key }) => key));
    const isSame = (one: PopupPicture) => `${one.savedTo ?? ''}` === `${marksOf(one)}`;
    if (some.every(isSame)) return;
    pictures.value = pictures.value.map((one) => {
      if (!keys.has(one.key) || isSame(one)) return one;
      const { savedTo: _, ...rest } = one;
      const savedTo = marksOf(one);
      return savedTo.length > 0 ? { ...rest, savedTo } : rest;
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

  async function read(tab: PopupTab, isNearestFirst = false): Promise<void> {
    try {
      // The page is asked at once: what makes sense of its answer loads meanwhile.
      const words = loading.then(({ ownWords }) => ownWords());
      const [answers, { collect }] = await Promise.all([injectCollector(tab.id), loading]);
      [remote, inWords] = await Promise.all([collect(tab.id, answers), words]);
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
    async read(tab: PopupTab, isNearestFirst = false): Promise<void> {
      await read(tab, isNearestFirst);
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

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
