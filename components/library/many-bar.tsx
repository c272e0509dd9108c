import { useState } from 'preact/hooks';
import type { LibraryPin } from '../../lib/messages/library-views.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Progress } from '../ui/progress.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { LibraryProps } from './library.tsx';
import type { ManyRun, Place } from './model.ts';
import { PlaceFields } from './place-fields.tsx';
import './many-bar.css';

type ManyBarProps = LibraryProps & {
  readonly selected: readonly LibraryPin[];
  readonly run: ManyRun | undefined;
  readonly onClear: () => void;
};

/** What can be done with the chosen pins, how far it is, and what did not work. */
export function ManyBar({ selected, run, model, actions, onClear }: ManyBarProps) {
  const t = useWords();
  const plural = usePlural();
  const [open, setOpen] = useState<'move' | 'delete'>();
  const close = () => setOpen(undefined);
  return (
    <section class="many-bar" aria-label={t('library.many.label')}>
      {run ? (
        <RunState run={run} actions={actions} />
      ) : (
        <div class="many-row">
          <b role="status">{plural('library.many.selected', selected.length)}</b>
          <Button onClick={() => setOpen('move')}>{t('library.many.move')}</Button>
          <Button onClick={() => setOpen('delete')}>{t('library.many.delete')}</Button>
          <Button look="text" onClick={onClear}>
            {t('library.many.clear')}
          </Button>
        </div>
      )}
      {open === 'move' && (
        <MoveDialog
          count={selected.length}
          model={model}
          actions={actions}
          start={selected[0]?.boardId ?? model.boards.items[0]?.id ?? ''}
          onMove={(place) => {
            close();
            actions.moveMany(selected, place);
          }}
          onClose={close}
        />
      )}
      {open === 'delete' && (
        <Dialog
          title={plural('library.many.deleteTitle', selected.length)}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('library.cancel')}</Button>
              <Button
                look="main"
                onClick={() => {
                  close();
                  actions.deleteMany(selected);
                }}
              >
                {t('library.delete')}
              </Button>
            </>
          }
        >
          <p>{t('library.many.deleteText')}</p>
        </Dialog>
      )}
    </section>
  );
}

function RunState({ run, actions }: { run: ManyRun; actions: LibraryProps['actions'] }) {
  const t = useWords();
  const plural = usePlural();
  const { kind, total, doneCount, failures, isOver } = run;
  const done = plural(kind === 'move' ? 'library.many.moved' : 'library.many.deleted', doneCount);
  const label = plural(kind === 'move' ? 'library.many.moving' : 'library.many.deleting', total);
  return (
    <>
      <div class="many-row">
        <b role="status">{isOver ? done : t('library.many.progress', label, doneCount + failures.length)}</b>
        {!isOver && <Progress label={label} value={doneCount + failures.length} max={total} />}
        <Button look={isOver ? 'plain' : 'text'} onClick={isOver ? actions.dismissRun : actions.stopMany}>
          {t(isOver ? 'library.close' : 'library.many.stop')}
        </Button>
      </div>
      {failures.length > 0 && (
        <div role="alert" class="many-failures">
          <p>{plural('library.many.failed', failures.length)}</p>
          <ul>
            {failures.map(({ pin, problem }) => (
              <li key={pin.id}>
                <b dir="auto">{pin.title || t('library.pins.untitled')}</b> {problem}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface MoveDialogProps extends LibraryProps {
  readonly count: number;
  readonly start: string;
  readonly onMove: (place: Place) => void;
  readonly onClose: () => void;
}

function MoveDialog({ count, model, actions, start, onMove, onClose }: MoveDialogProps) {
  const t = useWords();
  const plural = usePlural();
  const [place, setPlace] = useState<Place>({ boardId: start });
  return (
    <Dialog
      title={plural('library.many.moveTitle', count)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('library.cancel')}</Button>
          <Button look="main" isDisabled={!place.boardId} onClick={() => onMove(place)}>
            {t('library.many.moveNow')}
          </Button>
        </>
      }
    >
      <PlaceFields boards={model.boards.items} sectionsOf={actions.sectionsOf} place={place} onChange={setPlace} />
    </Dialog>
  );
}
