import { useState } from 'preact/hooks';
import type { Place } from '../../lib/settings/places.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { PlaceSelect } from './place-select.tsx';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';
import { submitted } from './submitted.ts';

type Props = { model: OptionsModel; actions: OptionsActions };

/** What a new pin's texts are made of. */
export function TextsSection({ model, actions }: Props) {
  const words = useWords();
  const { settings, account } = model;
  return (
    <Section id="texts" title={words('options.textsTitle')} lead={words('options.textsLead')}>
      <TextField
        label={words('options.titleTemplate')}
        value={settings.titleTemplate}
        most={200}
        onInput={(titleTemplate) => actions.changeSettings({ titleTemplate })}
      />
      <TextField
        label={words('options.descriptionTemplate')}
        value={settings.descriptionTemplate}
        most={800}
        isLong
        hint={words('options.templateHint')}
        onInput={(descriptionTemplate) => actions.changeSettings({ descriptionTemplate })}
      />
      {account && settings.keepBoardNames && <Hashtags model={model} actions={actions} />}
    </Section>
  );
}

function Hashtags({ model, actions }: Props) {
  const words = useWords();
  const { hashtags } = model.places;
  const [board, setBoard] = useState<Place>();
  const [text, setText] = useState('');
  const boards = model.boards.filter(({ sectionId }) => sectionId === undefined);
  const isReady = board !== undefined && text.includes('#');
  const add = () => {
    if (!isReady) return;
    const others = hashtags.filter(({ boardId }) => boardId !== board.boardId);
    actions.changePlaces({ hashtags: [...others, { boardId: board.boardId, label: board.label, text }] });
    setBoard(undefined);
    setText('');
  };
  return (
    <div class="group">
      <span class="group-label">{words('options.hashtags')}</span>
      <p class="quiet">{words('options.hashtagsHint')}</p>
      <Rows
        label={words('options.hashtags')}
        rows={hashtags.map(({ boardId, label, text: tags }) => ({ key: boardId, text: label, detail: tags }))}
        onRemove={(key) => actions.changePlaces({ hashtags: hashtags.filter(({ boardId }) => boardId !== key) })}
      />
      <form class="row-form" onSubmit={submitted(add)}>
        <PlaceSelect
          label={words('options.hashtagBoard')}
          boards={boards}
          value={board}
          none={words('options.chooseBoard')}
          onChange={setBoard}
        />
        <div class="field">
          <label for="hashtags">{words('options.hashtagText')}</label>
          <input
            id="hashtags"
            type="text"
            dir="auto"
            maxLength={200}
            placeholder="#cake #baking"
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </div>
        <Button isDisabled={!isReady} onClick={add}>
          {words('options.add')}
        </Button>
      </form>
    </div>
  );
}
