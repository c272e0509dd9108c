import type { AccountFacts as Facts } from '../../lib/messages/library-views.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { usePlural, useWords } from '../ui/words.tsx';

/** What Pinterest says of the account. */
export function AccountFacts({ facts, environment }: { facts: Facts; environment: AccountView['environment'] }) {
  const t = useWords();
  const plural = usePlural();
  const { isBusiness, boardCount, pinCount, followerCount } = facts;
  return (
    <dl class="account-facts">
      <Fact name={t('library.account.environment')}>
        {t(environment === 'sandbox' ? 'library.account.sandbox' : 'library.account.production')}
      </Fact>
      {isBusiness !== undefined && (
        <Fact name={t('library.account.type')}>
          {t(isBusiness ? 'library.account.business' : 'library.account.personal')}
        </Fact>
      )}
      {boardCount !== undefined && (
        <Fact name={t('library.nav.boards')}>{plural('library.boards.count', boardCount)}</Fact>
      )}
      {pinCount !== undefined && <Fact name={t('library.pins.label')}>{plural('library.pins.count', pinCount)}</Fact>}
      {followerCount !== undefined && (
        <Fact name={t('library.account.followers')}>{plural('library.account.followerCount', followerCount)}</Fact>
      )}
    </dl>
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
