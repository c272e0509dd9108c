import type { Target } from '../../lib/save/request.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../ui/words.tsx';
import { placeOf } from './targets.ts';

interface AlsoBoardsProps {
  /** The boards besides the one in the box; one at least. */
  readonly targets: readonly Target[];
  readonly onRemove: (target: Target) => void;
  readonly onChange: (target: Target) => void;
}

/** The other boards that a save goes to, each to be taken out again, and what that may look like to Pinterest. */
export function AlsoBoards({ targets, onRemove, onChange }: AlsoBoardsProps) {
  const t = useWords();
  return (
    <div class="also">
      <ul aria-label={t('picker.also')}>
        <li aria-hidden="true">{t('picker.also')}</li>
        {targets.map((target) => (
          <li key={placeOf(target)}>
            <Button look="chip" aria-label={t('picker.removeBoard', target.label)} onClick={() => onRemove(target)}>
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
              onChange={(secret) => onChange({ ...target, secret })}
            />
          ),
      )}
      <p>{t('picker.manyBoards')}</p>
    </div>
  );
}
