import type { Target } from '../../lib/save/request.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../ui/words.tsx';
import type { Draft } from './model.ts';
import { placeOf, replaceTarget, toggleTarget } from './targets.ts';

interface AlsoBoardsProps {
  readonly draft: Draft;
  /** The boards besides the one in the box. */
  readonly targets: readonly Target[];
  readonly onChange: (draft: Draft) => void;
  /** One was taken out, and the button that did it with it. */
  readonly onRemoved: () => void;
}

/** The other boards that a save goes to, each to be taken out again, and what that may look like to Pinterest. */
export function AlsoBoards({ draft, targets, onChange, onRemoved }: AlsoBoardsProps) {
  const t = useWords();
  // Always there, so that a board is announced when it comes.
  if (targets.length === 0) return <div class="unseen" aria-live="polite" />;
  return (
    <div class="also" aria-live="polite">
      <ul aria-label={t('picker.also')}>
        <li aria-hidden="true">{t('picker.also')}</li>
        {targets.map((target) => (
          <li key={placeOf(target)}>
            <Button
              look="chip"
              aria-label={t('picker.removeBoard', target.label)}
              onClick={() => {
                onChange(toggleTarget(draft, target));
                onRemoved();
              }}
            >
              <span dir="auto">{target.label}</span>
              <Icon name="x" sizePx={14} />
            </Button>
          </li>
        ))}
      </ul>
      {targets.map(
        (target) =>
          'newBoard' in target && (
            <Switch
              key={placeOf(target)}
              label={t('picker.keepThisSecret', target.newBoard)}
              isOn={target.secret}
              onChange={(secret) => onChange(replaceTarget(draft, { ...target, secret }))}
            />
          ),
      )}
      <p>{t('picker.manyBoards')}</p>
    </div>
  );
}
