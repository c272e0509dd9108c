import { effect, type ReadonlySignal } from '@preact/signals';
import { textsOf } from '../../components/popup/draft.ts';
import type { Draft, PopupPicture } from '../../components/popup/model.ts';
import { send } from '../../lib/messages/send.ts';
import type { PopupState } from './state.ts';

/** A board is asked about once the person has stayed with it this long. */
const calmMs = 400;
const mostLinks = 100;

/** Asks whether pins of the chosen board lead to the chosen pictures' pages, also pins from before Tack. */
export function watchLinks({ connection, draft, linked }: PopupState, chosen: ReadonlySignal<readonly PopupPicture[]>) {
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const { value: now } = draft.value;
    const isOpen = connection.value.state === 'connected' && !connection.value.isTrial;
    const boardId = now.target && 'boardId' in now.target ? now.target.boardId : undefined;
    const wanted = firstLinks(chosen.value, now);
    clearTimeout(timer);
    if (boardId === undefined || !isOpen || wanted.length === 0) return;
    const question = [boardId, ...wanted].join(' ');
    if (question === asked) return;
    timer = setTimeout(() => {
      asked = question;
      void send('linksOnBoard', { boardId, links: wanted }).then(
        (found) => {
          if (question === asked) linked.value = { boardId, links: found };
        },
        // Nobody waits for it: what is not known is not said.
        () => undefined,
      );
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
