import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { AccountCard } from './account-card.tsx';
import { CheckSaving } from './check-saving.tsx';
import { Choice } from './choice.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import { OwnAppForm } from './own-app-form.tsx';
import { PasteForm } from './paste-form.tsx';
import { RelayForm } from './relay-form.tsx';
import { Section } from './section.tsx';

type Props = { model: OptionsModel; actions: OptionsActions };

/** Who is connected, or the form that connects. */
export function ConnectionSection({ model, actions }: Props) {
  const words = useWords();
  const { account } = model;
  return (
    <Section id="connection" title={words('options.connectionTitle')}>
      {account ? (
        <>
          <AccountCard account={account} model={model} actions={actions} />
          {!account.needsSignIn && <CheckSaving model={model} actions={actions} />}
        </>
      ) : (
        <>
          <p class="lead">{words('options.connectionLead')}</p>
          <ConnectForm model={model} actions={actions} />
        </>
      )}
      {/* Always there, so that screen readers hear what changes in it. */}
      <div role="alert">{model.problem && <Notice tone="error">{model.problem}</Notice>}</div>
    </Section>
  );
}

function ConnectForm({ model, actions }: Props) {
  const words = useWords();
  const { form, isConnecting } = model;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        actions.connect();
      }}
    >
      <Choice
        label={words('options.connection')}
        name="connection"
        value={form.kind}
        onChange={(kind) => actions.changeForm({ kind })}
        options={[
          { value: 'own-app', label: words('options.ownApp'), hint: words('options.ownAppHint') },
          { value: 'relay', label: words('options.relay'), hint: words('options.relayHint') },
        ]}
      />
      {form.kind === 'own-app' ? (
        <OwnAppForm model={model} actions={actions} />
      ) : (
        <RelayForm model={model} actions={actions} />
      )}
      <Button look="main" isDisabled={isConnecting} onClick={actions.connect}>
        {words('options.connect')}
      </Button>
      {isConnecting && <p class="quiet">{words('options.connecting')}</p>}
      {form.kind === 'own-app' && <PasteForm model={model} actions={actions} />}
    </form>
  );
}
