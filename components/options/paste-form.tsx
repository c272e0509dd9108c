import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';

/** Signing in where Pinterest does not take the extension's own redirect address. */
export function PasteForm({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  const [address, setAddress] = useState('');
  const finish = () => {
    if (address) actions.finishPaste(address.trim());
  };
  return (
    <details open={model.isPasting}>
      <summary>{words('options.paste')}</summary>
      <div class="group">
        <p>{words('options.pasteLead')}</p>
        <div class="with-button">
          <Field label={words('options.pasteRedirect')} value={model.pasteRedirectUri} isReadOnly />
          <Button onClick={() => actions.copy(model.pasteRedirectUri)}>{words('options.copyPaste')}</Button>
        </div>
        <p>{words('options.pasteStart')}</p>
        <Button onClick={actions.startPaste}>{words('options.pasteOpen')}</Button>
        {model.isPasting && (
          <>
            <p>{words('options.pasteFinish')}</p>
            <div class="with-button">
              <Field label={words('options.pasteAddress')} value={address} inputMode="url" onInput={setAddress} />
              <Button look="main" isDisabled={!address} onClick={finish}>
                {words('options.pasteConnect')}
              </Button>
            </div>
          </>
        )}
      </div>
    </details>
  );
}
