import type { Board } from '../../lib/boards/board.ts';

/** A board's cover, or its first letter while there is none. */
export function Cover({ board }: { board: Pick<Board, 'name' | 'coverUrl'> }) {
  return (
    <span class="cover" aria-hidden="true">
      {board.coverUrl ? (
        <img src={board.coverUrl} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />
      ) : (
        [...board.name][0]
      )}
    </span>
  );
}
