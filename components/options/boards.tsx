import { useState } from 'preact/hooks';
import type { Place } from '../../lib/settings/places.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import { Choice } from './choice.tsx';
import { Field } from './field.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { keyOf } from './place-key.ts';
import { PlaceSelect } from './place-select.tsx';
import { Rows } from './rows.tsx';
import { Saying, Section } from './section.tsx';
import { submitted } from './submitted.ts';

type Props = { model: OptionsModel; actions: OptionsActions };

const menuLengths = [1, 2, 3, 4, 5, 6, 7, 8];

/** Where saves go, and how boards are listed. */
export function BoardsSection({ model, actions }: Props) {
  const words = useWords();
  const { settings, account } = model;
  return (
    <Section id="boards" title={words('options.boardsTitle')}>
      <Choice
        label={words('options.boardOrder')}
        name="board-order"
        value={settings.boardOrder}
        onChange={(boardOrder) => actions.changeSettings({ boardOrder })}
        options={[
          { value: 'recent', label: words('options.boardOrderRecent') },
          { value: 'name', label: words('options.boardOrderName') },
        ]}
      />
      <label class="field short">
        <span>{words('options.menuLength')}</span>
        <select
          value={settings.menuLength}
          onChange={({ currentTarget }) => actions.changeSettings({ menuLength: Number(currentTarget.value) })}
        >
          {menuLengths.map((length) => (
            <option key={length} value={length}>
              {length}
            </option>
          ))}
        </select>
      </label>
      {account && settings.keepBoardNames ? (
        <Chosen model={model} actions={actions} />
      ) : (
        <p class="quiet">{words(account ? 'options.boardsNeedNames' : 'options.boardsNeedConnection')}</p>
      )}
      <Saying said={model.said} by="boards" />
    </Section>
  );
}

function Chosen({ model, actions }: Props) {
  const words = useWords();
  const { boards, places } = model;
  const favourites = places.favourites.map((place) => ({ key: keyOf(place), text: place.label }));
  const sites = places.bySite.map(({ host, place }) => ({ key: host, text: host, detail: place.label }));
  const addFavourite = (place: Place | undefined) => {
    if (place && !favourites.some(({ key }) => key === keyOf(place)))
      actions.changePlaces({ favourites: [...places.favourites, place] });
  };
  return (
    <>
      <PlaceSelect
        label={words('options.defaultBoard')}
        boards={boards}
        value={places.start}
        none={words('options.lastUsed')}
        onChange={(start) => actions.changePlaces({ start })}
      />
      <div class="group">
        <span class="group-label">{words('options.favourites')}</span>
        <p class="quiet">{words('options.favouritesHint')}</p>
        <Rows
          label={words('options.favourites')}
          rows={favourites}
          onRemove={(key) =>
            actions.changePlaces({ favourites: places.favourites.filter((one) => keyOf(one) !== key) })
          }
        />
        <PlaceSelect
          label={words('options.addFavourite')}
          boards={boards}
          value={undefined}
          none={words('options.chooseBoard')}
          onChange={addFavourite}
        />
      </div>
      <div class="group">
        <span class="group-label">{words('options.siteBoards')}</span>
        <p class="quiet">{words('options.siteBoardsHint')}</p>
        <Rows
          label={words('options.siteBoards')}
          rows={sites}
          onRemove={(host) => actions.changePlaces({ bySite: places.bySite.filter((site) => site.host !== host) })}
        />
        <SiteForm boards={boards} onAdd={(host, place) => actions.addSiteBoard(host, place)} />
      </div>
    </>
  );
}

function SiteForm({ boards, onAdd }: { boards: readonly Place[]; onAdd: (site: string, place: Place) => void }) {
  const words = useWords();
  const [site, setSite] = useState('');
  const [place, setPlace] = useState<Place>();
  const add = () => {
    if (!site.trim() || !place) return;
    onAdd(site, place);
    setSite('');
    setPlace(undefined);
  };
  return (
    <form class="row-form" onSubmit={submitted(add)}>
      <Field label={words('options.site')} value={site} inputMode="url" onInput={setSite} />
      <PlaceSelect
        label={words('options.board')}
        boards={boards}
        value={place}
        none={words('options.chooseBoard')}
        onChange={setPlace}
      />
      <Button isDisabled={!site.trim() || !place} onClick={add}>
        {words('options.add')}
      </Button>
    </form>
  );
}
