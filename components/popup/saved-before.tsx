import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { PopupPicture } from './model.ts';

interface SavedBeforeProps {
  /** Chosen pictures that stand on the chosen boards already. */
  readonly pictures: readonly PopupPicture[];
  readonly labels: readonly string[];
  /** Others do not, or not on each of the boards. */
  readonly hasRest: boolean;
  readonly onSave: (which: 'all' | 'rest') => void;
  readonly onForget: () => void;
  readonly onLeave: () => void;
}

/** Asks before a picture is saved once more to a board that it was saved to. */
export function SavedBefore({ pictures, labels, hasRest, onSave, onForget, onLeave }: SavedBeforeProps) {
  const t = useWords();
  const plural = usePlural();
  const question = useRef<HTMLDivElement>(null);
  // Behind the footer of a crowded popup nobody would see why nothing is saved.
  useLayoutEffect(() => question.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={question} class="popup-question">
      <Notice
        tone="warn"
        actions={
          <>
            <Button look="text" onClick={() => onSave('all')}>
              {t('popup.again.save')}
            </Button>
            {hasRest && (
              <Button look="text" onClick={() => onSave('rest')}>
                {t('popup.again.rest')}
              </Button>
            )}
            <Button look="text" onClick={onLeave}>
              {t('popup.again.leave')}
            </Button>
            <Button look="text" onClick={onForget}>
              {t('popup.again.forget')}
            </Button>
          </>
        }
      >
        {plural('popup.again.saved', pictures.length, new Intl.ListFormat(t('language')).format(labels))}
      </Notice>
    </div>
  );
}
