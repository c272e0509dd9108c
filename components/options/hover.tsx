import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { Rows } from './rows.tsx';
import { Saying, Section } from './section.tsx';
import { submitted } from './submitted.ts';

/** Where pictures get a button under the pointer. */
export function HoverSection({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  const [site, setSite] = useState('');
  const { isEverywhere, hosts } = model.hover;
  const add = () => {
    if (!site.trim()) return;
    actions.addHover(site);
    setSite('');
  };
  return (
    <Section id="hover" title={words('options.hoverTitle')} lead={words('options.hoverLead')}>
      {isEverywhere ? (
        <div class="with-state">
          <span>{words('options.hoverEverywhere')}</span>
          <Button onClick={() => actions.dropHover('everywhere')}>{words('options.hoverTurnOff')}</Button>
        </div>
      ) : (
        <Button onClick={actions.addHoverEverywhere}>{words('options.hoverTurnOn')}</Button>
      )}
      <Rows
        label={words('options.hoverSites')}
        rows={hosts.map((host) => ({ key: host, text: host }))}
        onRemove={actions.dropHover}
      />
      {!isEverywhere && (
        <form class="row-form" onSubmit={submitted(add)}>
          <Field label={words('options.hoverSite')} value={site} inputMode="url" onInput={setSite} />
          <Button isDisabled={!site.trim()} onClick={add}>
            {words('options.hoverAdd')}
          </Button>
        </form>
      )}
      <Saying said={model.said} by="hover" />
    </Section>
  );
}
