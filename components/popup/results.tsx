import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LiveStatus } from '../ui/live-status.tsx';
import { Progress } from '../ui/progress.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { PopupActions, PopupPicture, Remedy, Run, RunItem } from './model.ts';
import { nameOf } from './picture-name.ts';
import { countStates, runSentence } from './run-words.ts';
import { isGoing } from './tile-states.ts';

interface ResultsProps {
  readonly run: Run | undefined;
  readonly pictures: readonly PopupPicture[];
  readonly actions: PopupActions;
  /** Nothing is sent for now: offline, or a pause that Pinterest asked for. */
  readonly isHeld: boolean;
  /** Takes the person to where it is done in the popup itself. */
  readonly onRemedy: (item: RunItem, remedy: Remedy) => void;
}

/** What became of the last save: progress, the pin, *Undo*, and beside each picture that failed what to do. */
export function Results({ run, pictures, actions, isHeld, onRemedy }: ResultsProps) {
  const t = useWords();
  const plural = usePlural();
  const items = run?.items ?? [];
  const counts = countStates(items);
  const open = items.filter(isGoing).length;
  const failed = items.filter((item) => item.state === 'failed');
  const saved = items.filter((item) => item.state === 'saved');
  const stills = saved.filter(({ isStill }) => isStill).length;
  const [only] = saved;
  const sentence = run && items.length > 0 ? runSentence(run, t, plural, isHeld) : '';
  // The same status stays in the page while there is nothing to say, or its first words would not be announced.
  return (
    <section
      class={sentence ? `results ${failed.length > 0 ? 'has-failed' : ''}` : 'unseen'}
      aria-label={sentence ? t('popup.results') : undefined}
    >
      <div class="results-head">
        {sentence &&
          open === 0 &&
          (failed.length > 0 ? <Icon name="circleAlert" sizePx={18} /> : <Icon name="circleCheck" sizePx={18} />)}
        <LiveStatus text={sentence} detail={stills > 0 ? plural('popup.run.stills', stills) : undefined} />
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
      {open > 0 && !(isHeld && counts.waiting === open) && (
        <Progress label={sentence} {...(items.length > 1 ? { value: items.length - open, max: items.length } : {})} />
      )}
      {failed.length > 0 && (
        <ul>
          {failed.map((item) => (
            <Failed
              key={item.id}
              item={item}
              picture={pictures.find(({ key }) => key === item.key)}
              isOneOfMany={items.some(({ label }) => label !== item.label)}
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
  const { pinUrl, id } = item;
  return (
    <>
      {pinUrl && (
        <Button look="text" onClick={() => actions.openPin(pinUrl)}>
          {t('popup.viewPin')}
        </Button>
      )}
      <Button look="text" onClick={() => actions.undo(id)}>
        {t('popup.undo')}
      </Button>
    </>
  );
}

interface FailedProps {
  readonly item: RunItem;
  readonly picture: PopupPicture | undefined;
  /** Which board it is about has to be said. */
  readonly isOneOfMany: boolean;
  readonly onRemedy: (item: RunItem, remedy: Remedy) => void;
}

function Failed({ item, picture, isOneOfMany, onRemedy }: FailedProps) {
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
        <Icon name="circleAlert" sizePx={18} />
      )}
      <div>
        {isOneOfMany && <b dir="auto">{item.label}</b>}
        <p>{item.message ?? t('popup.notSaved')}</p>
        <div class="actions">
          {item.remedies?.map((remedy) => (
            <Button key={remedy} look="text" onClick={() => onRemedy(item, remedy)}>
              {t(`popup.remedy.${remedy}`)}
            </Button>
          ))}
        </div>
      </div>
    </li>
  );
}
