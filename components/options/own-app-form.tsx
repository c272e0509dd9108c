import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { Field } from './field.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import './own-app-form.css';

/** The checklist for a Pinterest app of one's own. */
export function OwnAppForm({ model, actions }: { model: OptionsModel; actions: OptionsActions }) {
  const words = useWords();
  const { form, redirectUris } = model;
  return (
    <>
      <Notice tone="info">{words('options.trialNote')}</Notice>
      <ol class="steps">
        <li>
          <p>{words('options.stepAccount')}</p>
        </li>
        <li>
          <p>{words('options.stepApp')}</p>
        </li>
        <li>
          <p>{words('options.stepRedirect')}</p>
          <div class="with-button">
            <Field label={words('options.redirectUri')} value={redirectUris.ownApp} isReadOnly />
            <Button onClick={() => actions.copy(redirectUris.ownApp)}>{words('options.copy')}</Button>
          </div>
        </li>
        <li>
          <p>{words('options.stepKeys')}</p>
          <Field
            label={words('options.appId')}
            value={form.appId}
            inputMode="numeric"
            onInput={(appId) => actions.changeForm({ appId: appId.trim() })}
          />
          <Field
            label={words('options.appSecret')}
            value={form.appSecret}
            isSecret
            onInput={(appSecret) => actions.changeForm({ appSecret: appSecret.trim() })}
          />
          <p class="quiet">{words('options.secretNote')}</p>
        </li>
        <li>
          <label class="field">
            <span>{words('options.environment')}</span>
            <select
              value={form.environment}
              onChange={({ currentTarget: { value } }) =>
                actions.changeForm({ environment: value === 'sandbox' ? 'sandbox' : 'production' })
              }
            >
              <option value="production">{words('options.production')}</option>
              <option value="sandbox">{words('options.sandbox')}</option>
            </select>
          </label>
        </li>
      </ol>
    </>
  );
}
