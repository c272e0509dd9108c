import { useState } from 'preact/hooks';
import type { LibraryBoard } from '../../lib/messages/library-views.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';
import type { BoardWish, Outcome } from './model.ts';
import { useAttempt } from './use-attempt.ts';

interface BoardDialogProps {
  /** Absent when a new one is made. */
  readonly board?: LibraryBoard;
  readonly onSave: (wish: BoardWish) => Outcome;
  readonly onClose: () => void;
}

/** Makes a board, or changes its name, description and who sees it. */
export function BoardDialog({ board, onSave, onClose }: BoardDialogProps) {
  const t = useWords();
  const [name, setName] = useState(board?.name ?? '');
  const [description, setDescription] = useState(board?.description ?? '');
  const [isSecret, setSecret] = useState(board?.privacy === 'SECRET');
  const { isBusy, problem, run } = useAttempt(onClose);
  const isProtected = board?.privacy === 'PROTECTED';
  const hasPrivacy = !isProtected && (!board || isSecret !== (board.privacy === 'SECRET'));
  const wish: BoardWish = {
    name: name.trim(),
    description: description.trim(),
    ...(hasPrivacy && { privacy: isSecret ? 'SECRET' : 'PUBLIC' }),
  };
  const save = () => wish.name && run(() => onSave(wish));
  return (
    <Dialog
      title={t(board ? 'library.boards.edit' : 'library.boards.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('library.cancel')}</Button>
          <Button look="main" isDisabled={isBusy || !wish.name} onClick={save}>
            {t(board ? 'library.save' : 'library.boards.create')}
          </Button>
        </>
      }
    >
      <form
        class="library-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField label={t('library.boards.name')} value={name} most={180} onInput={setName} />
        <TextField
          label={t('library.field.description')}
          value={description}
          most={500}
          isLong
          onInput={setDescription}
        />
        {isProtected ? (
          <p class="quiet">{t('library.boards.protected')}</p>
        ) : (
          <div>
            <Switch label={t('library.boards.keepSecret')} isOn={isSecret} onChange={setSecret} />
            <p class="quiet small">{t('library.boards.secretHint')}</p>
          </div>
        )}
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
