import type { ComponentChildren } from 'preact';
import { Button } from '../ui/button.tsx';
import { usePlural, useWords } from '../ui/words.tsx';

interface SaveBarProps {
  readonly count: number;
  /** Saves go through Pinterest's own window. */
  readonly isWindow: boolean;
  readonly isDisabled: boolean;
  readonly onSave: () => void;
  /** The board picker, or what stands in its place. */
  readonly children: ComponentChildren;
}

/** The board and the button; always in reach. */
export function SaveBar({ count, isWindow, isDisabled, onSave, children }: SaveBarProps) {
  const t = useWords();
  const plural = usePlural();
  const words = isWindow ? t('popup.saveWithPinterest') : count > 1 ? plural('popup.savePins', count) : t('popup.save');
  return (
    <div class={`save-bar ${isWindow ? 'is-window' : ''}`}>
      {children}
      <Button look="main" isDisabled={isDisabled} onClick={onSave}>
        {words}
      </Button>
    </div>
  );
}
