import { Notice } from '../ui/notice.tsx';
import { usePlural } from '../ui/words.tsx';

interface LinkedProps {
  /** How many of the chosen pictures link to pages that pins of the board lead to. */
  readonly count: number;
  readonly label: string;
}

/** Says that the board has a pin of this page already. It holds nobody up: two pictures of one page are no mistake. */
export function Linked({ count, label }: LinkedProps) {
  const plural = usePlural();
  // Always there, so that its words are announced when they come.
  return (
    <div class={count > 0 ? '' : 'unseen'} aria-live="polite">
      {count > 0 && <Notice tone="info">{plural('popup.linked', count, label)}</Notice>}
    </div>
  );
}
