import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { PopupPicture } from './model.ts';

interface SavedBeforeProps {
  /** Chosen pictures that stand on the chosen board already. */
  readonly pictures: readonly PopupPicture[];
  readonly label: string;
  readonly onSave: () => void;
  readonly onForget: () => void;
  readonly onLeave: () => void;
}

/** Asks before a picture is saved once more to a board that it was saved to. */
export function SavedBefore({ pictures, label, onSave, onForget, onLeave }: SavedBeforeProps) {
  const t = useWords();
  const plural = usePlural();
  return (
    <Notice
      tone="warn"
      actions={
        <>
          <Button look="text" onClick={onSave}>
            {t('popup.again.save')}
          </Button>
          <Button look="text" onClick={onLeave}>
            {t('popup.again.leave')}
          </Button>
          <Button look="text" onClick={onForget}>
            {t('popup.again.forget')}
          </Button>
        </>
      }
    >
      {plural('popup.again.saved', pictures.length, label)}
    </Notice>
  );
}
