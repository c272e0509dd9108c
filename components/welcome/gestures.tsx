import { Keyboard, MousePointerClick, Puzzle } from 'lucide-preact';
import '../ui/kbd.css';
import { useWords } from '../ui/words.tsx';
import type { WelcomeModel } from './model.ts';
import './gestures.css';

/** The three gestures, each with its keys where it has some. */
export function Gestures({ keys }: Pick<WelcomeModel, 'keys'>) {
  const words = useWords();
  const gestures = [
    { icon: MousePointerClick, title: words('welcome.menu'), hint: words('welcome.menuHint'), key: '' },
    { icon: Puzzle, title: words('welcome.button'), hint: words('welcome.buttonHint'), key: keys.popup },
    { icon: Keyboard, title: words('welcome.quickPin'), hint: words('welcome.quickPinHint'), key: keys.quickPin },
  ];
  return (
    <ol class="gestures" aria-label={words('welcome.gestures')}>
      {gestures.map(({ icon: Icon, title, hint, key }) => (
        <li key={title}>
          <Icon size={22} />
          <div>
            <h2>
              {title}
              {key && <kbd dir="ltr">{key}</kbd>}
            </h2>
            <p>{hint}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
