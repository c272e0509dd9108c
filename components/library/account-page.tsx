import { useState } from 'preact/hooks';
import type { RateBudget } from '../../lib/messages/library-views.ts';
import type { AccountView as Account } from '../../lib/messages/views.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { Ask } from './ask.tsx';
import { useDates, useNumbers } from './formats.ts';
import type { LibraryProps } from './library.tsx';
import { Await } from './states.tsx';
import './account.css';

type Props = LibraryProps & { readonly account: Account };

/** Who is connected, what that allows, and the way out. */
export function AccountView({ model, actions, account }: Props) {
  const t = useWords();
  const plural = usePlural();
  const [isAsking, setAsking] = useState(false);
  const [discards, setDiscards] = useState(false);
  const waiting =
    model.jobs.state === 'ready' ? model.jobs.value.filter(({ isOfOtherAccount }) => !isOfOtherAccount).length : 0;
  return (
    <>
      <div class="library-head">
        <h1 tabIndex={-1}>{t('library.nav.account')}</h1>
      </div>
      {account.needsSignIn && (
        <Notice
          tone="warn"
          title={t('library.signedOut.title')}
          actions={
            <Button look="text" onClick={actions.signIn}>
              {t('library.signedOut.signIn')}
            </Button>
          }
        >
          {t('library.signedOut.text')}
        </Notice>
      )}
      {account.isTrial && <Notice tone="warn">{t('library.account.trial')}</Notice>}
      <section class="account-who">
        {account.imageUrl ? <img src={account.imageUrl} alt="" referrerpolicy="no-referrer" /> : <span />}
        <div>
          <b dir="auto">{account.username ?? t('library.account.connected')}</b>
          <p class="quiet">{t(account.kind === 'relay' ? 'library.account.viaRelay' : 'library.account.viaOwnApp')}</p>
        </div>
        <Button onClick={() => setAsking(true)}>{t('library.account.disconnect')}</Button>
      </section>
      <Await loaded={model.facts}>
        {({ isBusiness, boardCount, pinCount, followerCount }) => (
          <dl class="account-facts">
            <Fact name={t('library.account.environment')}>
              {t(account.environment === 'sandbox' ? 'library.account.sandbox' : 'library.account.production')}
            </Fact>
            {isBusiness !== undefined && (
              <Fact name={t('library.account.type')}>
                {t(isBusiness ? 'library.account.business' : 'library.account.personal')}
              </Fact>
            )}
            {boardCount !== undefined && (
              <Fact name={t('library.nav.boards')}>{plural('library.boards.count', boardCount)}</Fact>
            )}
            {pinCount !== undefined && (
              <Fact name={t('library.pins.label')}>{plural('library.pins.count', pinCount)}</Fact>
            )}
            {followerCount !== undefined && (
              <Fact name={t('library.account.followers')}>
                {plural('library.account.followerCount', followerCount)}
              </Fact>
            )}
          </dl>
        )}
      </Await>
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
      <section class="library-group">
        <h2>{t('library.account.budget')}</h2>
        <p class="quiet">{t('library.account.budgetHint')}</p>
        <ul class="budgets" aria-label={t('library.account.budget')}>
          {model.budgets.map((budget) => (
            <Budget key={budget.category} budget={budget} />
          ))}
        </ul>
        {model.budgets.length === 0 && <p class="quiet">{t('library.account.noBudget')}</p>}
      </section>
      {isAsking && (
        <Ask
          title={t('library.account.disconnectTitle')}
          yes={t('library.account.disconnect')}
          onYes={() => actions.disconnect(discards)}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <p>{t('library.account.disconnectText')}</p>
          {waiting > 0 && (
            <label class="check">
              <input
                type="checkbox"
                checked={discards}
                onChange={(event) => setDiscards(event.currentTarget.checked)}
              />
              {plural('library.account.discardWaiting', waiting)}
            </label>
          )}
        </Ask>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Budget({ budget }: { budget: RateBudget }) {
  const t = useWords();
  const dates = useDates();
  const numbers = useNumbers();
  const { category, limit, remaining, resetAtMs, blockedUntilMs } = budget;
  const now = Date.now();
  const left = resetAtMs < now ? limit : Math.max(0, remaining);
  const name = t(`library.budget.${category}`);
  return (
    <li>
      <span>{name}</span>
      <meter min={0} max={Math.max(1, limit)} value={left} aria-label={name} />
      <span class="quiet small">
        {t('library.budget.left', numbers.whole(left), numbers.whole(limit))}
        {blockedUntilMs > now && ` · ${t('library.budget.blocked', dates.clock(blockedUntilMs))}`}
      </span>
    </li>
  );
}
