import type { Target } from '../../lib/save/request.ts';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../ui/words.tsx';

type NewBoardTarget = Extract<Target, { newBoard: string }>;

interface NewBoardProps {
  readonly target: NewBoardTarget;
  readonly onChange: (target: NewBoardTarget) => void;
}

/** A board that will be made with the save: whether others may see it. */
export function NewBoard({ target, onChange }: NewBoardProps) {
  const t = useWords();
  return (
    <Switch
      label={t('picker.keepSecret')}
      isOn={target.secret}
      onChange={(secret) => onChange({ ...target, secret })}
    />
  );
}
