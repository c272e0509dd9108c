import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.tsx';
import { Gestures } from './gestures.tsx';
import { HoverCard } from './hover-card.tsx';
import type { WelcomeActions, WelcomeModel } from './model.ts';
import { PinHint } from './pin-hint.tsx';
import { Practice } from './practice.tsx';
import { Ways } from './ways.tsx';
import './welcome.css';

/** The page after the installation: what to do, a picture to do it on, and what may be set up. */
export function Welcome({ model, actions }: { model: WelcomeModel; actions: WelcomeActions }) {
  const words = useWords();
  return (
    <main class="welcome">
      <div class="intro">
        <header>
          <Mark size={40} />
          <h1>{words('welcome.title')}</h1>
          <p class="lead">{words('welcome.lead')}</p>
        </header>
        <Gestures keys={model.keys} />
        <PinHint isOnToolbar={model.isOnToolbar} isFirefox={model.isFirefox} />
      </div>
      <Practice pictureUrl={model.pictureUrl} />
      <div class="more">
        <HoverCard hover={model.hover} actions={actions} />
        <Ways isConnected={model.isConnected} onOpen={actions.openOptions} />
      </div>
    </main>
  );
}
