import { Search } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Route } from '../../lib/library/route.ts';
import { Mark } from '../ui/mark.tsx';
import { useWords } from '../ui/words.tsx';
import type { LibraryProps } from './library.tsx';
import './header.css';

/** What stands above every part: the way home, and the search of whoever is connected. */
export function Header({ model: { route, account }, actions }: LibraryProps) {
  const t = useWords();
  return (
    <header class="library-header">
      <a class="library-home" href="#boards">
        <Mark size={26} />
        <span>{t('library.title')}</span>
      </a>
      {account && <SearchField route={route} onSearch={actions.search} />}
    </header>
  );
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
