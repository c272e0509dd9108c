import { useState } from 'preact/hooks';
import type { JobEdit } from '../../lib/messages/library.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';
import type { LibraryProps } from './library.tsx';
import type { ShownJob } from './model.ts';
import { useAttempt } from './use-attempt.ts';

type JobDialogProps = LibraryProps & { readonly job: ShownJob; readonly onClose: () => void };

/** Changes what a save says or where it goes, and sends it again. */
export function JobDialog({ job, model, actions, onClose }: JobDialogProps) {
  const t = useWords();
  const { title, description, altText, link = '' } = job;
  const [texts, setTexts] = useState({ title, description, altText, link });
  const [boardId, setBoardId] = useState(job.boardId ?? '');
  const { isBusy, problem, run } = useAttempt(onClose);
  const write = (field: keyof typeof texts) => (text: string) => setTexts({ ...texts, [field]: text });
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
      <TextField label={t('library.field.title')} value={texts.title} most={100} onInput={write('title')} />
      <TextField
        label={t('library.field.description')}
        value={texts.description}
        most={800}
        isLong
        onInput={write('description')}
      />
      <TextField
        label={t('library.field.altText')}
        value={texts.altText}
        most={500}
        isLong
        onInput={write('altText')}
      />
      <TextField
        label={t('library.field.link')}
        value={texts.link}
        most={2048}
        inputMode="url"
        onInput={write('link')}
      />
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
