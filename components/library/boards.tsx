import { FolderPlus, LayoutGrid } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { fold } from '../ui/fold.ts';
import { usePlural, useWords } from '../ui/words.tsx';
import { BoardDialog } from './board-dialog.tsx';
import { BoardGrid } from './board-grid.tsx';
import type { LibraryProps } from './library.tsx';
import { Empty, PagedEnd } from './states.tsx';

/** All boards. */
export function Boards({ model, actions }: LibraryProps) {
  const t = useWords();
  const plural = usePlural();
  const { boards } = model;
  const [filter, setFilter] = useState('');
  const [isMaking, setMaking] = useState(false);
  const shown = useMemo(() => {
    const wanted = fold(filter.trim());
    return wanted ? boards.items.filter(({ name }) => fold(name).includes(wanted)) : boards.items;
  }, [boards.items, filter]);
  return (
    <>
      <div class="library-head">
        <h1 tabIndex={-1}>{t('library.nav.boards')}</h1>
        <p class="quiet" role="status">
          {boards.items.length > 0 && plural('library.boards.count', shown.length)}
        </p>
        {boards.items.length > 8 && (
          <input
            class="library-filter"
            type="search"
            aria-label={t('library.boards.filter')}
            placeholder={t('library.boards.filter')}
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        )}
        <Button look="main" onClick={() => setMaking(true)}>
          <FolderPlus size={18} aria-hidden="true" />
          {t('library.boards.create')}
        </Button>
      </div>
      <BoardGrid boards={shown} />
      {boards.state === 'done' && boards.items.length === 0 && (
        <Empty title={t('library.boards.none')} text={t('library.boards.noneText')} icon={<LayoutGrid size={28} />} />
      )}
      {filter && shown.length === 0 && boards.items.length > 0 && <p class="quiet">{t('library.boards.noMatch')}</p>}
      {boards.state !== 'idle' && <PagedEnd list={boards} onMore={actions.loadBoardsAgain} />}
      {isMaking && <BoardDialog onSave={actions.createBoard} onClose={() => setMaking(false)} />}
    </>
  );
}
