import { Check, Pin } from 'lucide-preact';
import { useWords } from '../ui/words.tsx';
import type { WelcomeModel } from './model.ts';
import './pin-hint.css';

/** How to keep the button in sight; a tick once it is. */
export function PinHint({ isOnToolbar, isFirefox }: Pick<WelcomeModel, 'isOnToolbar' | 'isFirefox'>) {
  const words = useWords();
  return (
    <p class={`pin-hint ${isOnToolbar ? 'done' : ''}`} role="status">
      {isOnToolbar ? <Check size={18} /> : <Pin size={18} />}
      <span>
        {isOnToolbar
          ? words('welcome.pinned')
          : words(isFirefox ? 'welcome.pinHintFirefox' : 'welcome.pinHintChromium')}
      </span>
    </p>
  );
}
