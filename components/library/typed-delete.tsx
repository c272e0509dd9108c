import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';
import type { Outcome } from './model.ts';
import { useAttempt } from './use-attempt.ts';

interface TypedDeleteProps {
  readonly title: string;
  /** What will be gone. */
  readonly warning: string;
  /** Has to be typed before anything is deleted. */
  readonly name: string;
  readonly onDelete: () => Outcome;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Deletes something that takes more with it, after its name was typed. */
export function TypedDelete({ title, warning, name, onDelete, onDone, onClose }: TypedDeleteProps) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const { isBusy, problem, run } = useAttempt(onDone);
  const isSure = typed.trim() === name.trim();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('library.cancel')}</Button>
          <Button look="main" isDisabled={!isSure || isBusy} onClick={() => void run(onDelete)}>
            {t('library.delete')}
          </Button>
        </>
      }
    >
      <Notice tone="warn">{warning}</Notice>
      <TextField label={t('library.boards.typeName', name)} value={typed} most={180} onInput={setTyped} />
      {problem && (
        <div role="alert">
          <Notice tone="error">{problem}</Notice>
        </div>
      )}
    </Dialog>
  );
}
