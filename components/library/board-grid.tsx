import { EyeOff, LayoutGrid, Shield } from 'lucide-preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryBoard } from '../../lib/messages/library-views.ts';
import { usePlural, useWords } from '../ui/words.tsx';
import { type Rows, rowsOf } from './rows.ts';
import { marginPx, useView } from './use-view.ts';
import './boards.css';

const gapPx = 20;
const captionPx = 52;

/** Boards as covers with names; of two thousand only those near the window are mounted. */
export function BoardGrid({ boards }: { boards: readonly LibraryBoard[] }) {
  const t = useWords();
  const list = useRef<HTMLUListElement>(null);
  const view = useView(list);
  const rows = useMemo(
    () =>
      rowsOf(boards.length, {
        widthPx: view.widthPx,
        gapPx,
        leastTilePx: 190,
        heightOf: (tilePx) => Math.round(tilePx * 0.7) + captionPx,
      }),
    [boards.length, view.widthPx],
  );
  const [first, end] = rows.between(view.topPx - marginPx, view.topPx + view.heightPx + marginPx);
  return (
    <ul ref={list} class="board-grid" aria-label={t('library.nav.boards')} style={{ blockSize: `${rows.heightPx}px` }}>
      {boards.slice(first, end).map((board, at) => (
        <BoardCard key={board.id} board={board} index={first + at} total={boards.length} rows={rows} />
      ))}
    </ul>
  );
}

function BoardCard(props: { board: LibraryBoard; index: number; total: number; rows: Rows }) {
  const { board, index, total, rows } = props;
  const plural = usePlural();
  const { topPx, startPx } = rows.place(index);
  return (
    <li
      class="board-card"
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ insetBlockStart: `${topPx}px`, insetInlineStart: `${startPx}px`, inlineSize: `${rows.tilePx}px` }}
    >
      <a href={`#board/${board.id}`}>
        <Cover url={board.coverUrl} />
        <span class="board-name">
          <b dir="auto">{board.name}</b>
          <PrivacyMark privacy={board.privacy} />
        </span>
        <small>{board.pinCount !== undefined && plural('library.pins.count', board.pinCount)}</small>
      </a>
    </li>
  );
}

/** A closed eye or a shield on boards that not everybody sees. */
export function PrivacyMark({ privacy }: Pick<LibraryBoard, 'privacy'>) {
  const t = useWords();
  if (privacy === 'PUBLIC') return null;
  const Icon = privacy === 'SECRET' ? EyeOff : Shield;
  return (
    <span class="privacy-mark">
      <Icon size={14} aria-hidden="true" />
      <small>{t(`library.privacy.${privacy}`)}</small>
    </span>
  );
}

function Cover({ url }: { url: string | undefined }) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <span class="board-cover">
      {url && !hasFailed ? (
        <img src={url} alt="" decoding="async" referrerpolicy="no-referrer" onError={() => setFailed(true)} />
      ) : (
        <LayoutGrid size={28} aria-hidden="true" />
      )}
    </span>
  );
}
