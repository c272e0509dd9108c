import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import type { WelcomeActions, WelcomeModel } from './model.ts';
import './card.css';

/** Offers the hover button for all sites. */
export function HoverCard({ hover, actions }: Pick<WelcomeModel, 'hover'> & { actions: WelcomeActions }) {
  const words = useWords();
  return (
    <section class="card" aria-labelledby="hover-title">
      <h2 id="hover-title">{words('welcome.hover')}</h2>
      <p>{words('welcome.hoverHint')}</p>
      {hover === 'on' ? (
        <Button onClick={actions.turnHoverOff}>{words('welcome.hoverTurnOff')}</Button>
      ) : (
        <Button onClick={actions.turnHoverOn}>{words('welcome.hoverTurnOn')}</Button>
      )}
      <p role="status" class="quiet">
        {hover === 'on' && words('welcome.hoverIsOn')}
        {hover === 'refused' && words('welcome.hoverRefused')}
      </p>
    </section>
  );
}
