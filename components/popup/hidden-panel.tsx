import type { HiddenReason } from '../../lib/page/candidate.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import { reasonKey } from './reason-words.ts';

interface HiddenPanelProps {
  readonly counts: readonly (readonly [HiddenReason, number])[];
  readonly shown: readonly HiddenReason[];
  readonly onChange: (shown: readonly HiddenReason[]) => void;
}

/** Why pictures are hidden, how many for each reason, and a way to see them after all, below the others. */
export function HiddenPanel({ counts, shown, onChange }: HiddenPanelProps) {
  const t = useWords();
  return (
    <fieldset class="hidden-panel">
      <legend>{t('popup.hiddenHint')}</legend>
      {counts.map(([reason, count]) => {
        const isShown = shown.includes(reason);
        return (
          <Button
            key={reason}
            look="chip"
            aria-pressed={isShown}
            onClick={() => onChange(isShown ? shown.filter((other) => other !== reason) : [...shown, reason])}
          >
            {t(reasonKey(reason))} · {count}
          </Button>
        );
      })}
    </fieldset>
  );
}
