import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import type { Outcome } from './model.ts';
import { useAttempt } from './use-attempt.ts';

interface AskProps {
  readonly title: string;
  readonly yes: string;
  readonly children: ComponentChildren;
  readonly onYes: () => Outcome;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks once more before it does what cannot be undone. */
export function Ask({ title, yes, children, onYes, onDone, onClose }: AskProps) {
  const t = useWords();
  const { isBusy, problem, run } = useAttempt(onDone);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('library.cancel')}</Button>
          <Button look="main" isDisabled={isBusy} onClick={() => void run(onYes)}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
      {problem && (
        <div role="alert">
          <Notice tone="error">{problem}</Notice>
        </div>
      )}
    </Dialog>
  );
}
