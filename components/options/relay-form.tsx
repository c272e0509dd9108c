import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';

/** A relay needs only its address. */
export function RelayForm({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  return (
    <>
      <Field
        label={words('options.relayUrl')}
        value={model.form.relayUrl}
        inputMode="url"
        onInput={(relayUrl) => actions.changeForm({ relayUrl: relayUrl.trim() })}
      />
      <p class="quiet">{words('options.relayTrust')}</p>
    </>
  );
}
