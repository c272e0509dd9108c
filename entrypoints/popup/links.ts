import { effect, type ReadonlySignal } from '@preact/signals';
import { textsOf } from '../../components/popup/draft.ts';
import type { Draft, PopupPicture } from '../../components/popup/model.ts';
import { boardIdsOf, targetsOf } from '../../components/popup/targets.ts';
import { send } from '../../lib/messages/send.ts';
import type { PopupState } from './state.ts';

/** A board is asked about once the person has stayed with it this long. */
const calmMs = 400;
const mostLinks = 100;
/** The worker keeps the readings of as many: of more, each change would read some again. */
const mostBoards = 8;

/** Asks whether pins of the chosen boards lead to the chosen pictures' pages, also pins from before Tack. */
export function watchLinks({ connection, draft, linked }: PopupState, chosen: ReadonlySignal<readonly PopupPicture[]>) {
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const { value: now } = draft.value;
    const isOpen = connection.value.state === 'connected' && !connection.value.isTrial;
    const boardIds = boardIdsOf(targetsOf(now)).slice(0, mostBoards);
    const wanted = firstLinks(chosen.value, now);
    clearTimeout(timer);
    if (boardIds.length === 0 || !isOpen || wanted.length === 0) return;
    const question = [...boardIds, ...wanted].join(' ');
    if (question === asked) return;
    timer = setTimeout(async () => {
      asked = question;
      // One after the other: a board may be many requests, and who chooses other boards saves the rest of them.
      for (const boardId of boardIds) {
        // Nobody waits for it: what is not known is not said.
        const links = await send('linksOnBoard', { boardId, links: wanted }).catch(() => undefined);
        if (question !== asked) return;
        const others = linked.value.filter((one) => one.boardId !== boardId);
        if (links) linked.value = [...others, { boardId, links }];
      }
    }, calmMs);
  });
}

/** Where the first of the pictures lead: of thousands that are chosen not all are looked at. */
function firstLinks(pictures: readonly PopupPicture[], draft: Draft): string[] {
  const links = new Set<string>();
  for (const picture of pictures) {
    const { link } = textsOf(picture, draft);
    if (link) links.add(link);
    if (links.size === mostLinks) break;
  }
  return [...links];
}
