import { useState } from 'preact/hooks';
import type { JobEdit } from '../../lib/messages/library.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../ui/words.tsx';
import type { LibraryProps } from './library.tsx';
import type { ShownJob } from './model.ts';
import { type PinTexts, TextFields } from './text-fields.tsx';
import { useAttempt } from './use-attempt.ts';

type JobDialogProps = LibraryProps & { readonly job: ShownJob; readonly onClose: () => void };

/** Changes what a save says or where it goes, and sends it again. */
export function JobDialog({ job, model, actions, onClose }: JobDialogProps) {
  const t = useWords();
  const { title, description, altText, link = '' } = job;
  const [texts, setTexts] = useState<PinTexts>({ title, description, altText, link });
  const [boardId, setBoardId] = useState(job.boardId ?? '');
  const { isBusy, problem, run } = useAttempt(onClose);
  const board = boardId === job.boardId ? undefined : model.boards.items.find(({ id }) => id === boardId);
  const edit: JobEdit = {
    ...texts,
    link: texts.link.trim(),
    ...(board && { target: { boardId: board.id, label: board.name, secret: board.privacy === 'SECRET' } }),
  };
  const isKnown = model.boards.items.some(({ id }) => id === boardId);
  return (
    <Dialog
      title={t('library.waiting.editTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('library.cancel')}</Button>
          <Button look="main" isDisabled={isBusy} onClick={() => void run(() => actions.editJob(job.id, edit))}>
            {t('library.waiting.saveAndSend')}
          </Button>
        </>
      }
    >
      {problem && (
        <div role="alert">
          <Notice tone="error">{problem}</Notice>
        </div>
      )}
      <TextFields texts={texts} onChange={setTexts} />
      <Select label={t('library.field.board')} value={boardId} onChange={setBoardId}>
        {!isKnown && <option value={boardId}>{job.label}</option>}
        {model.boards.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Dialog>
  );
}
