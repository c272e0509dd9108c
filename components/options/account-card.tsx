import { useState } from 'preact/hooks';
import type { AccountView } from '../../lib/messages/views.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Switch } from '../ui/switch.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { OptionsActions, OptionsModel } from './model.ts';
import './account-card.css';

type Props = { account: AccountView; model: OptionsModel; actions: OptionsActions };

/** The connected account, and the way out. */
export function AccountCard({ account, model, actions }: Props) {
  const words = useWords();
  const plural = usePlural();
  const [isImageBroken, setImageBroken] = useState(false);
  return (
    <>
      <div class="account">
        {account.imageUrl && !isImageBroken ? (
          <img src={account.imageUrl} alt="" onError={() => setImageBroken(true)} />
        ) : (
          <span class="no-image" />
        )}
        <div>
          <b dir="auto">{account.username ?? words('options.connected')}</b>
          <span>{words(account.kind === 'relay' ? 'options.viaRelay' : 'options.viaOwnApp')}</span>
          {account.environment === 'sandbox' && <span class="badge">{words('options.sandboxBadge')}</span>}
        </div>
        <Button onClick={() => actions.disconnect()}>{words('options.disconnect')}</Button>
      </div>
      {account.needsSignIn && (
        <Notice
          tone="warn"
          title={words('options.signedOut')}
          actions={<Button onClick={actions.connect}>{words('options.signIn')}</Button>}
        >
          {words('options.signedOutHint')}
        </Notice>
      )}
      <div>
        <Switch
          label={words('options.secretBoards')}
          isOn={model.settings.secretBoards}
          onChange={actions.setSecretBoards}
        />
        <p class="quiet">{words('options.secretBoardsHint')}</p>
      </div>
      {account.isTrial && <Notice tone="warn">{words('options.trialFound')}</Notice>}
      {model.isAskingAboutWaiting && (
        <Notice
          tone="warn"
          title={plural('options.savesWait', model.waitingCount)}
          actions={
            <>
              <Button onClick={() => actions.disconnect(false)}>{words('options.keepSaves')}</Button>
              <Button onClick={() => actions.disconnect(true)}>{words('options.discardSaves')}</Button>
              <Button onClick={actions.keepConnection}>{words('options.stayConnected')}</Button>
            </>
          }
        />
      )}
    </>
  );
}
