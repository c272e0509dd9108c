import { useState } from 'preact/hooks';
import type { AccountView } from '../../lib/messages/views.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { AccountFacts } from './account-facts.tsx';
import { Budgets } from './budgets.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import type { LibraryProps } from './library.tsx';
import { SignedOut } from './signed-out.tsx';
import { Await } from './states.tsx';
import './account-page.css';

/** Who is connected, what that allows, and the way out. */
export function AccountPage({ model, actions, account }: LibraryProps & { readonly account: AccountView }) {
  const t = useWords();
  const [isAsking, setAsking] = useState(false);
  const [discards, setDiscards] = useState(false);
  const waitingCount =
    model.jobs.state === 'ready' ? model.jobs.value.filter(({ isOfOtherAccount }) => !isOfOtherAccount).length : 0;
  return (
    <>
      <div class="library-head">
        <h1 tabIndex={-1}>{t('library.nav.account')}</h1>
      </div>
      {account.needsSignIn && <SignedOut onSignIn={actions.signIn} />}
      {account.isTrial && <Notice tone="warn">{t('library.account.trial')}</Notice>}
      <section class="account-who">
        {account.imageUrl ? <img src={account.imageUrl} alt="" referrerpolicy="no-referrer" /> : <span />}
        <div>
          <b dir="auto">{account.username ?? t('library.account.connected')}</b>
          <p class="quiet">{t(account.kind === 'relay' ? 'library.account.viaRelay' : 'library.account.viaOwnApp')}</p>
        </div>
        <Button onClick={() => setAsking(true)}>{t('library.account.disconnect')}</Button>
      </section>
      <Await loaded={model.facts}>{(facts) => <AccountFacts facts={facts} environment={account.environment} />}</Await>
      <section class="library-group">
        <h2>{t('library.account.scopes')}</h2>
        {account.scopes.length > 0 ? (
          <ul class="scopes" aria-label={t('library.account.scopes')}>
            {account.scopes.map((scope) => (
              <li key={scope}>
                <code dir="ltr">{scope}</code>
              </li>
            ))}
          </ul>
        ) : (
          <p class="quiet">{t('library.account.noScopes')}</p>
        )}
      </section>
      <Budgets budgets={model.budgets} />
      {isAsking && (
        <DisconnectDialog
          waitingCount={waitingCount}
          discards={discards}
          onDiscards={setDiscards}
          onDisconnect={() => actions.disconnect(discards)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
