import { ChartLine, CircleUser, Clock, History, LayoutGrid, Plug, Search } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Route } from '../../lib/library/route.ts';
import { Button } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { AccountView } from './account.tsx';
import { Analytics } from './analytics.tsx';
import { BoardPage } from './board-page.tsx';
import { Boards } from './boards.tsx';
import { HistoryView } from './history.tsx';
import type { LibraryActions, LibraryModel } from './model.ts';
import { SearchPage } from './search-page.tsx';
import { Empty } from './states.tsx';
import { Waiting } from './waiting.tsx';
import '../ui/theme.css';
import './library.css';

export interface LibraryProps {
  readonly model: LibraryModel;
  readonly actions: LibraryActions;
}

const parts = [
  { name: 'boards', Icon: LayoutGrid },
  { name: 'analytics', Icon: ChartLine },
  { name: 'waiting', Icon: Clock },
  { name: 'history', Icon: History },
  { name: 'account', Icon: CircleUser },
] as const;

/** The part of the navigation that a route belongs to. */
const partOf: Record<Route['name'], (typeof parts)[number]['name']> = {
  boards: 'boards',
  board: 'boards',
  search: 'boards',
  analytics: 'analytics',
  'pin-analytics': 'analytics',
  waiting: 'waiting',
  history: 'history',
  account: 'account',
};

/** The library: boards, pins, how they do, what waits and what was saved. */
export function Library({ model, actions }: LibraryProps) {
  const t = useWords();
  const { route, account, needsYouCount } = model;
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
      <header class="library-header">
        <a class="library-home" href="#boards">
          <Mark size={26} />
          <span>{t('library.title')}</span>
        </a>
        {account && <SearchField route={route} onSearch={actions.search} />}
      </header>
      <nav class="library-nav" aria-label={t('library.nav.label')}>
        {parts.map(({ name, Icon }) => (
          <a key={name} href={`#${name}`} aria-current={partOf[route.name] === name ? 'page' : undefined}>
            <Icon size={18} aria-hidden="true" />
            {t(`library.nav.${name}`)}
            {name === 'waiting' && needsYouCount > 0 && (
              <span class="library-count">
                {needsYouCount}
                <span class="unseen"> {t('library.nav.needYou')}</span>
              </span>
            )}
          </a>
        ))}
      </nav>
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
      {account?.needsSignIn && route.name !== 'account' && (
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
    </>
  );
}

function Part(props: LibraryProps) {
  const t = useWords();
  const { model, actions } = props;
  const { route, account } = model;
  if (route.name === 'waiting') return <Waiting {...props} />;
  if (route.name === 'history') return <HistoryView {...props} />;
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
  if (route.name === 'account') return <AccountView {...props} account={account} />;
  return <Boards {...props} />;
}

function SearchField({ route, onSearch }: { route: Route; onSearch: (text: string) => void }) {
  const t = useWords();
  const asked = route.name === 'search' ? route.text : '';
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  return (
    <search>
      <form
        class="library-search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text);
        }}
      >
        <Search size={16} aria-hidden="true" />
        <input
          type="search"
          aria-label={t('library.search.label')}
          placeholder={t('library.search.label')}
          maxLength={200}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
