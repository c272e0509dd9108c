import type { Target } from '../../lib/save/request.ts';
import { Switch } from '../ui/switch.tsx';
import { useWords } from '../ui/words.tsx';
import type { Draft } from './model.ts';
import { replaceTarget } from './targets.ts';

type NewBoardTarget = Extract<Target, { newBoard: string }>;

interface NewBoardProps {
  readonly draft: Draft;
  readonly target: NewBoardTarget;
  readonly onChange: (draft: Draft) => void;
}

/** A board that will be made with the save: whether others may see it. */
export function NewBoard({ draft, target, onChange }: NewBoardProps) {
  const t = useWords();
  return (
    <Switch
      label={t('picker.keepSecret')}
      isOn={target.secret}
      onChange={(secret) => onChange(replaceTarget(draft, { ...target, secret }))}
    />
  );
}
