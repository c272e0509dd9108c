import { Plug } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { AccountPage } from './account-page.tsx';
import { Analytics } from './analytics.tsx';
import { BoardPage } from './board-page.tsx';
import { Boards } from './boards.tsx';
import { Header } from './header.tsx';
import { HistoryPage } from './history-page.tsx';
import type { LibraryActions, LibraryModel } from './model.ts';
import { Nav, partOf } from './nav.tsx';
import { SearchPage } from './search-page.tsx';
import { SignedOut } from './signed-out.tsx';
import { Empty } from './states.tsx';
import { Waiting } from './waiting.tsx';
import '../ui/theme.css';
import './library.css';
// After what holds for every link of the page.
import './nav.css';

export interface LibraryProps {
  readonly model: LibraryModel;
  readonly actions: LibraryActions;
}

/** The library: boards, pins, how they do, what waits and what was saved. */
export function Library({ model, actions }: LibraryProps) {
  const t = useWords();
  const { route } = model;
  const main = useRef<HTMLElement>(null);
  const place = JSON.stringify(route);
  const shown = useRef(place);
  // Whoever follows a link is led to what it opened, also without eyes.
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    window.scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    document.title = `${t(`library.nav.${partOf[route.name]}`)} – ${t('library.title')}`;
  }, [t, route.name]);
  return (
    <div class="library">
      <Header model={model} actions={actions} />
      <Nav route={route} needsYouCount={model.needsYouCount} />
      <main ref={main} class="library-main">
        <Notes model={model} actions={actions} />
        <Part model={model} actions={actions} />
      </main>
    </div>
  );
}

/** What holds for every part of the page. */
function Notes({ model: { account, isOffline, route }, actions }: LibraryProps) {
  const t = useWords();
  return (
    <>
      {isOffline && <Notice tone="warn">{t('library.offline')}</Notice>}
      {account?.environment === 'sandbox' && <p class="library-sandbox">{t('library.sandbox')}</p>}
      {account?.needsSignIn && route.name !== 'account' && <SignedOut onSignIn={actions.signIn} />}
    </>
  );
}

function Part(props: LibraryProps) {
  const t = useWords();
  const { model, actions } = props;
  const { route, account } = model;
  if (route.name === 'waiting') return <Waiting {...props} />;
  if (route.name === 'history') return <HistoryPage {...props} />;
  if (account === undefined) return null;
  if (account === null) {
    return (
      <>
        <h1 tabIndex={-1} class="unseen">
          {t(`library.nav.${partOf[route.name]}`)}
        </h1>
        <Empty
          title={t('library.notConnected.title')}
          text={t('library.notConnected.text')}
          icon={<Plug size={28} />}
          actions={
            <Button look="main" onClick={actions.connect}>
              {t('library.notConnected.connect')}
            </Button>
          }
        />
      </>
    );
  }
  if (route.name === 'board') return <BoardPage key={route.boardId} {...props} route={route} />;
  if (route.name === 'search') return <SearchPage {...props} text={route.text} />;
  if (route.name === 'analytics' || route.name === 'pin-analytics') return <Analytics {...props} account={account} />;
  if (route.name === 'account') return <AccountPage {...props} account={account} />;
  return <Boards {...props} />;
}
