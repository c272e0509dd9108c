import { CircleAlert, CircleCheck } from 'lucide-preact';
import { Button } from '../ui/button.tsx';
import { LiveStatus } from '../ui/live-status.tsx';
import { Progress } from '../ui/progress.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { PopupActions, PopupPicture, Remedy, Run, RunItem } from './model.ts';
import { nameOf } from './picture-name.ts';
import { countStates, isGoing, runSentence } from './run-words.ts';
import './results.css';

interface ResultsProps {
  readonly run: Run | undefined;
  readonly pictures: readonly PopupPicture[];
  readonly actions: PopupActions;
  /** Takes the person to where it is done in the popup itself. */
  readonly onRemedy: (key: string, remedy: Remedy) => void;
}

/** What became of the last save: progress, the pin, *Undo*, and beside each picture that failed what to do. */
export function Results({ run, pictures, actions, onRemedy }: ResultsProps) {
  const t = useWords();
  const plural = usePlural();
  // The status stays in the page while it is empty, or its first words would not be announced.
  if (!run || run.items.length === 0) return <LiveStatus text="" isUnseen />;
  const counts = countStates(run.items);
  const open = run.items.filter(isGoing).length;
  const failed = run.items.filter((item) => item.state === 'failed');
  const saved = run.items.filter((item) => item.state === 'saved');
  const [only] = saved;
  const sentence = runSentence(run, t, plural);
  return (
    <section class={`results ${failed.length > 0 ? 'has-failed' : ''}`} aria-label={t('popup.results')}>
      <div class="results-head">
        {failed.length > 0 ? <CircleAlert size={18} /> : open === 0 && <CircleCheck size={18} />}
        <LiveStatus text={sentence} />
        {open > 0 && counts.waiting > 0 && (
          <Button look="text" onClick={actions.cancelRun}>
            {t('popup.cancel')}
          </Button>
        )}
        {open === 0 && saved.length === 1 && only && <SavedActions item={only} actions={actions} />}
        {open === 0 && saved.length > 1 && (
          <Button look="text" onClick={actions.undoAll}>
            {t('popup.undoAll')}
          </Button>
        )}
      </div>
      {open > 0 && (
        <Progress
          label={sentence}
          {...(run.items.length > 1 ? { value: run.items.length - open, max: run.items.length } : {})}
        />
      )}
      {failed.length > 0 && (
        <ul>
          {failed.map((item) => (
            <Failed
              key={item.key}
              item={item}
              picture={pictures.find(({ key }) => key === item.key)}
              onRemedy={onRemedy}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function SavedActions({ item, actions }: { item: RunItem; actions: PopupActions }) {
  const t = useWords();
  const { pinUrl, key } = item;
  return (
    <>
      {pinUrl && (
        <Button look="text" onClick={() => actions.openPin(pinUrl)}>
          {t('popup.viewPin')}
        </Button>
      )}
      <Button look="text" onClick={() => actions.undo(key)}>
        {t('popup.undo')}
      </Button>
    </>
  );
}

interface FailedProps {
  readonly item: RunItem;
  readonly picture: PopupPicture | undefined;
  readonly onRemedy: (key: string, remedy: Remedy) => void;
}

function Failed({ item, picture, onRemedy }: FailedProps) {
  const t = useWords();
  return (
    <li>
      {picture ? (
        <img
          src={picture.previewUrl ?? picture.thumbnail ?? picture.url}
          alt={nameOf(picture) ?? ''}
          referrerpolicy="no-referrer"
        />
      ) : (
        <CircleAlert size={18} />
      )}
      <div>
        <p>{item.message ?? t('popup.notSaved')}</p>
        <div class="actions">
          {item.remedies?.map((remedy) => (
            <Button key={remedy} look="text" onClick={() => onRemedy(item.key, remedy)}>
              {t(`popup.remedy.${remedy}`)}
            </Button>
          ))}
        </div>
      </div>
    </li>
  );
}
