import { useState } from 'preact/hooks';
import type { Place } from '../../lib/settings/places.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { PlaceSelect } from './place-select.tsx';
import { Saying } from './section.tsx';

/** Tries the connection: one pin on a board that the person picks, made and deleted. */
export function CheckSaving({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  const [board, setBoard] = useState<Place>();
  return (
    <div class="group">
      <span class="group-label">{words('options.check')}</span>
      <p class="quiet">{words('options.checkHint')}</p>
      <div class="row-form">
        <PlaceSelect
          label={words('options.checkBoard')}
          boards={model.boards.filter(({ sectionId }) => sectionId === undefined)}
          value={board}
          none={words('options.chooseBoard')}
          onChange={setBoard}
        />
        <Button isDisabled={!board || model.isChecking} onClick={() => board && actions.checkSaving(board)}>
          {words(model.isChecking ? 'options.checking' : 'options.check')}
        </Button>
      </div>
      <Saying said={model.said} by="check" />
    </div>
  );
}
