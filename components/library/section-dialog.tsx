import { useState } from 'preact/hooks';
import type { SectionView } from '../../lib/messages/views.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';
import type { Outcome } from './model.ts';
import { useAttempt } from './use-attempt.ts';

interface SectionDialogProps {
  /** Absent when a new one is made. */
  readonly section?: SectionView;
  readonly onSave: (name: string) => Outcome;
  readonly onClose: () => void;
}

/** Names a section. */
export function SectionDialog({ section, onSave, onClose }: SectionDialogProps) {
  const t = useWords();
  const [name, setName] = useState(section?.name ?? '');
  const { isBusy, problem, run } = useAttempt(onClose);
  const save = () => void (name.trim() && run(() => onSave(name.trim())));
  return (
    <Dialog
      title={t(section ? 'library.sections.rename' : 'library.sections.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('library.cancel')}</Button>
          <Button look="main" isDisabled={isBusy || !name.trim()} onClick={save}>
            {t(section ? 'library.save' : 'library.sections.create')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={t('library.sections.name')} value={name} most={180} onInput={setName} />
        <button type="submit" hidden />
      </form>
      {problem && (
        <div role="alert">
          <Notice tone="error">{problem}</Notice>
        </div>
      )}
    </Dialog>
  );
}
