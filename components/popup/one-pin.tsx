import { Notice } from '../ui/notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../ui/words.tsx';

interface OnePinProps {
  readonly isOn: boolean;
  /** The pictures have one shape. */
  readonly isPossible: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Offers to make one pin of the chosen pictures, and says why that cannot be. */
export function OnePin({ isOn, isPossible, onChange }: OnePinProps) {
  const t = useWords();
  return (
    <div aria-live="polite">
      <Switch label={t('popup.onePin.label')} isOn={isOn} onChange={onChange} />
      {isOn && !isPossible && <Notice tone="warn">{t('popup.onePin.shapes')}</Notice>}
    </div>
  );
}
