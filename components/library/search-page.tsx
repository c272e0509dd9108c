import { Search } from 'lucide-preact';
import { useWords } from '../ui/words.tsx';
import { BoardGrid } from './board-grid.tsx';
import type { LibraryProps } from './library.tsx';
import { Pins } from './pins.tsx';
import { Empty, PagedEnd } from './states.tsx';

/** What of one's own boards and pins holds the words. */
export function SearchPage({ model, actions, text }: LibraryProps & { text: string }) {
  const t = useWords();
  const { boards } = model.search;
  const { list } = model.pins;
  const isNothing =
    boards.state === 'done' && list.state === 'done' && boards.items.length === 0 && list.items.length === 0;
  return (
    <>
      <div class="library-head">
        <h1 tabIndex={-1} dir="auto">
          {t('library.search.title', text)}
        </h1>
      </div>
      {isNothing && (
        <Empty
          title={t('library.search.none')}
          text={t('library.search.noneText')}
          icon={<Search size={28} aria-hidden="true" />}
        />
      )}
      {boards.items.length > 0 && (
        <section class="library-group">
          <h2>{t('library.nav.boards')}</h2>
          <BoardGrid boards={boards.items} />
        </section>
      )}
      {boards.state === 'failed' && <PagedEnd list={boards} onMore={() => actions.search(text)} />}
      {(list.items.length > 0 || list.state === 'loading') && (
        <section class="library-group">
          <h2>{t('library.pins.label')}</h2>
          <Pins model={model} actions={actions} label={t('library.pins.label')} />
        </section>
      )}
      {list.state === 'failed' && boards.state !== 'failed' && list.items.length === 0 && (
        <PagedEnd list={list} onMore={actions.loadPinsAgain} />
      )}
    </>
  );
}
