import { ChevronLeft, FolderPlus, Pencil, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Route } from '../../lib/library/route.ts';
import type { SectionView } from '../../lib/messages/views.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { Ask } from './ask.tsx';
import { BoardDialog } from './board-dialog.tsx';
import { PrivacyMark } from './board-grid.tsx';
import type { LibraryProps } from './library.tsx';
import { Pins } from './pins.tsx';
import { SectionDialog } from './section-dialog.tsx';
import { TypedDelete } from './typed-delete.tsx';

type Open = 'edit' | 'delete' | 'new-section' | 'rename-section' | 'delete-section';
type BoardPageProps = LibraryProps & { readonly route: Extract<Route, { name: 'board' }> };

/** One board or section with its pins. */
export function BoardPage({ model, actions, route }: BoardPageProps) {
  const t = useWords();
  const plural = usePlural();
  const [open, setOpen] = useState<Open>();
  const { board, sections } = model.pins;
  const close = () => setOpen(undefined);
  const section = sections.find(({ id }) => id === route.sectionId);
  const name = board?.name ?? '';
  const leave = (hash: string) => {
    close();
    location.hash = hash;
  };
  return (
    <>
      <a class="library-back" href={section ? `#board/${route.boardId}` : '#boards'}>
        <ChevronLeft size={16} aria-hidden="true" />
        {section ? name : t('library.nav.boards')}
      </a>
      <div class="library-head">
        <h1 tabIndex={-1} dir="auto">
          {section?.name ?? name}
        </h1>
        {board && !section && <PrivacyMark privacy={board.privacy} />}
        <p class="quiet">
          {board && !section && board.pinCount !== undefined && plural('library.pins.count', board.pinCount)}
        </p>
        <span class="library-tools">
          <IconButton
            label={t(section ? 'library.sections.rename' : 'library.boards.edit')}
            onClick={() => setOpen(section ? 'rename-section' : 'edit')}
          >
            <Pencil size={18} />
          </IconButton>
          <IconButton
            label={t(section ? 'library.sections.delete' : 'library.boards.delete')}
            onClick={() => setOpen(section ? 'delete-section' : 'delete')}
          >
            <Trash2 size={18} />
          </IconButton>
        </span>
      </div>
      {board?.description && !section && (
        <p class="board-description" dir="auto">
          {board.description}
        </p>
      )}
      <Sections
        boardId={route.boardId}
        sections={sections}
        current={route.sectionId}
        onNew={() => setOpen('new-section')}
      />
      <Pins model={model} actions={actions} label={section?.name ?? name} />
      {open === 'edit' && board && (
        <BoardDialog board={board} onSave={(wish) => actions.updateBoard(board.id, wish)} onClose={close} />
      )}
      {open === 'delete' && board && (
        <TypedDelete
          title={t('library.boards.deleteTitle', board.name)}
          warning={plural('library.boards.deleteWarning', board.pinCount ?? 0)}
          name={board.name}
          onDelete={() => actions.deleteBoard(board.id)}
          onDone={() => leave('#boards')}
          onClose={close}
        />
      )}
      {open === 'new-section' && (
        <SectionDialog onSave={(wish) => actions.createSection(route.boardId, wish)} onClose={close} />
      )}
      {open === 'rename-section' && section && (
        <SectionDialog section={section} onSave={(wish) => actions.renameSection(section, wish)} onClose={close} />
      )}
      {open === 'delete-section' && section && (
        <Ask
          title={t('library.sections.deleteTitle', section.name)}
          yes={t('library.delete')}
          onYes={() => actions.deleteSection(section)}
          onDone={() => leave(`#board/${route.boardId}`)}
          onClose={close}
        >
          <p>{t('library.sections.deleteText')}</p>
        </Ask>
      )}
    </>
  );
}

interface SectionsProps {
  readonly boardId: string;
  readonly sections: readonly SectionView[];
  readonly current: string | undefined;
  readonly onNew: () => void;
}

function Sections({ boardId, sections, current, onNew }: SectionsProps) {
  const t = useWords();
  return (
    <nav class="board-sections" aria-label={t('library.sections.label')}>
      {sections.length > 0 && (
        <a class="chip-link" href={`#board/${boardId}`} aria-current={current === undefined ? 'page' : undefined}>
          {t('library.sections.all')}
        </a>
      )}
      {sections.map(({ id, name }) => (
        <a
          key={id}
          class="chip-link"
          dir="auto"
          href={`#board/${boardId}/${id}`}
          aria-current={current === id ? 'page' : undefined}
        >
          {name}
        </a>
      ))}
      <Button look="text" onClick={onNew}>
        <FolderPlus size={16} aria-hidden="true" />
        {t('library.sections.create')}
      </Button>
    </nav>
  );
}
