import type { LibraryActions } from '../../components/library/model.ts';
import { fold } from '../../lib/boards/fold.ts';
import { Failure } from '../../lib/failure.ts';
import { askLibrary } from '../../lib/messages/ask-library.ts';
import type { LibraryBoard } from '../../lib/messages/library-views.ts';
import { createPaged } from './paged.ts';
import { attempt, unlessGone } from './problem.ts';

/** The connection may not see secret boards, or it is the sandbox's. */
const notSearched: ReadonlySet<string> = new Set(['missing-secret-scope', 'not-permitted']);

/** All boards, live, and what can be done with them. */
export function createBoards() {
  const boards = createPaged<LibraryBoard>();
  const found = createPaged<LibraryBoard>();
  let loading: Promise<void> | undefined;

  const put = (board: LibraryBoard) =>
    boards.change((items) =>
      items.some(({ id }) => id === board.id)
        ? items.map((each) => (each.id === board.id ? board : each))
        : [board, ...items],
    );

  function load(): Promise<void> {
    loading = readAll();
    return loading;
  }

  async function readAll(): Promise<void> {
    await boards.begin(async (bookmark) => {
      const { boards: items, ...rest } = await askLibrary('libraryBoards', { bookmark });
      return { items, ...rest };
    });
    await boards.all();
  }

  const actions: Pick<LibraryActions, 'createBoard' | 'updateBoard' | 'deleteBoard'> = {
    createBoard: (wish) => attempt(async () => put(await askLibrary('createBoard', wish))),
    updateBoard: (boardId, wish) => attempt(async () => put(await askLibrary('updateBoard', { boardId, ...wish }))),
    deleteBoard: (boardId) =>
      attempt(async () => {
        await unlessGone('board-not-found', askLibrary('deleteBoard', boardId));
        boards.change((items) => items.filter(({ id }) => id !== boardId));
      }),
  };

  return {
    list: boards.list,
    found: found.list,
    load,
    /** Goes on after a failure, or begins. */
    again: () => (boards.list.value.items.length > 0 ? boards.more().then(boards.all) : load()),
    search(text: string): Promise<void> {
      return found.begin(async (bookmark) => {
        try {
          const { boards: items, ...rest } = await askLibrary('searchBoards', { text, bookmark });
          return { items, ...rest };
        } catch (error) {
          // Pinterest does not search here; the names are known without it.
          if (!(error instanceof Failure) || !notSearched.has(error.code)) throw error;
          await loading;
          return { items: boards.list.value.items.filter(({ name }) => fold(name).includes(fold(text))) };
        }
      });
    },
    /** Pins came to a board or left it. */
    count(boardId: string, change: number): void {
      boards.change((items) =>
        items.map((board) =>
          board.id === boardId && board.pinCount !== undefined
            ? { ...board, pinCount: Math.max(0, board.pinCount + change) }
            : board,
        ),
      );
    },
    clear(): void {
      boards.clear();
      found.clear();
    },
    actions,
  };
}
