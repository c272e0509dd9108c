import type { PopupPicture } from '../../components/popup/model.ts';
import { injectorFor } from '../../lib/browser/injector.ts';
import { inOwnWords, templatesNow } from '../../lib/gesture/own-words.ts';
import { send } from '../../lib/messages/send.ts';
import type { Candidate, PageFacts } from '../../lib/page/candidate.ts';
import { isTellable } from '../../lib/page/links.ts';
import { collectPage, type FrameAnswer, type RemotePage } from '../../lib/page/remote.ts';
import { webAddresses } from '../../lib/page/web-addresses.ts';

/** A candidate with the texts that the person's templates make of the page's, and whether others can see it. */
export type InWords = (candidate: Candidate, facts: PageFacts) => Candidate & { isOutOfReach?: boolean };

export { unreadableReason } from './unreadable.ts';

/** What a collector that was injected already has found. */
export const collect = (tabId: number, answers: FrameAnswer[]): Promise<RemotePage | undefined> =>
  collectPage(injectorFor(tabId, answers));

export async function ownWords(): Promise<InWords> {
  const templates = await templatesNow();
  return (candidate, facts) => ({
    ...inOwnWords(candidate, facts, templates),
    ...(candidate.url?.startsWith('http') && !isTellable(candidate.url) && { isOutOfReach: true }),
  });
}

/** Where pictures were saved before, by their key, as far as that is another mark than they have. */
export async function newMarks(some: readonly PopupPicture[]): Promise<Map<string, readonly string[]>> {
  const urls = some.flatMap(webAddresses);
  const marks: Record<string, string[]> = urls.length > 0 ? await send('savedMarks', urls).catch(() => ({})) : {};
  const now = some.map((one) => {
    const savedTo = [...new Set(webAddresses(one).flatMap((url) => marks[url] ?? []))];
    return [one, savedTo] as const;
  });
  return new Map(
    now.flatMap(([one, savedTo]) => (`${one.savedTo ?? ''}` === `${savedTo}` ? [] : [[one.key, savedTo]])),
  );
}
