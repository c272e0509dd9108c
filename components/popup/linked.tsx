import type { Board } from '../../lib/boards/board.ts';
import type { Target } from '../../lib/save/request.ts';
import { Notice } from '../ui/notice.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { linkedBoards } from './linked-boards.ts';
import type { Draft, LinkedBoard, PopupPicture } from './model.ts';

interface LinkedProps {
  readonly pictures: readonly PopupPicture[];
  readonly draft: Draft;
  readonly targets: readonly Target[];
  readonly linked: readonly LinkedBoard[];
  readonly boards: readonly Board[];
}

/** Says which boards have a pin of this page already. It holds nobody up: two pictures of one page are no mistake. */
export function Linked({ pictures, draft, targets, linked, boards }: LinkedProps) {
  const t = useWords();
  const plural = usePlural();
  const { names, count } = linkedBoards(pictures, draft, targets, linked, boards);
  // Always there, so that its words are announced when they come.
  return (
    <div class={count > 0 ? '' : 'unseen'} aria-live="polite">
      {count > 0 && (
        <Notice tone="info">{plural('popup.linked', count, new Intl.ListFormat(t('language')).format(names))}</Notice>
      )}
    </div>
  );
}
