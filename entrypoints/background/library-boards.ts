import { Failure } from '../../lib/failure.ts';
import type { LibraryBoard } from '../../lib/messages/library-views.ts';
import type { LibraryHandlers } from '../../lib/messages/serve.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import {
  type Board,
  createBoard,
  deleteBoard,
  getBoard,
  getBoardsPage,
  updateBoard,
} from '../../lib/pinterest/boards.ts';
import type { Pinterest } from '../../lib/pinterest/client.ts';
import { searchBoardsPage } from '../../lib/pinterest/search.ts';
import { createSection, deleteSection, updateSection } from '../../lib/pinterest/sections.ts';
import type { Accounts } from './accounts.ts';
import type { Tack } from './tack.ts';

/** The connected account and its client. @throws Failure `not-connected` */
export async function whoAsks(accounts: Accounts): Promise<{ account: AccountView; pinterest: Pinterest }> {
  const account = await accounts.current();
  if (!account) throw new Failure('not-connected', 'nobody is connected');
  return { account, pinterest: accounts.client(account.environment) };
}

type BoardHandlers = Pick<
  LibraryHandlers,
  | 'libraryBoards'
  | 'searchBoards'
  | 'libraryBoard'
  | 'createBoard'
  | 'updateBoard'
  | 'deleteBoard'
  | 'createSection'
  | 'renameSection'
  | 'deleteSection'
>;

/** Boards and their sections, live; the picker's own list is told of what changed. */
export function boardHandlers({ accounts, boards }: Pick<Tack, 'accounts' | 'boards'>): BoardHandlers {
  const client = async () => (await whoAsks(accounts)).pinterest;
  const changed = () => boards.markStale();
  return {
    async libraryBoards({ bookmark }) {
      return boardsPage(await getBoardsPage(await client(), { bookmark }));
    },
    async searchBoards({ text, bookmark }) {
      return boardsPage(await searchBoardsPage(await client(), text, { bookmark }));
    },
    async libraryBoard(boardId) {
      return boardView(await getBoard(await client(), boardId));
    },
    async createBoard(board) {
      const made = await createBoard(await client(), board);
      await changed();
      return boardView(made);
    },
    async updateBoard({ boardId, ...changes }) {
      const updated = await updateBoard(await client(), boardId, changes);
      await changed();
      return boardView(updated);
    },
    async deleteBoard(boardId) {
      const { account, pinterest } = await whoAsks(accounts);
      await deleteBoard(pinterest, boardId);
      await boards.forget(account.connectionId, boardId);
    },
    async createSection({ boardId, name }) {
      const { id, name: given } = await createSection(await client(), boardId, name);
      await boards.sections(boardId);
      return { id, name: given, boardId };
    },
    async renameSection({ boardId, sectionId, name }) {
      const { id, name: given } = await updateSection(await client(), boardId, sectionId, name);
      await boards.sections(boardId);
      return { id, name: given, boardId };
    },
    async deleteSection({ boardId, sectionId }) {
      const { account, pinterest } = await whoAsks(accounts);
      await deleteSection(pinterest, boardId, sectionId);
      await boards.forget(account.connectionId, boardId, sectionId);
      await boards.sections(boardId);
    },
  };
}

function boardsPage({ items, bookmark }: { items: Board[]; bookmark?: string | null | undefined }) {
  return { boards: items.map(boardView), ...(bookmark && { bookmark }) };
}

function boardView({ id, name, description, privacy, pin_count: pinCount, media }: Board): LibraryBoard {
  const coverUrl = media?.image_cover_url ?? media?.pin_thumbnail_urls?.[0];
  return {
    id,
    name,
    description: description ?? '',
    privacy: privacy ?? 'PUBLIC',
    ...(typeof pinCount === 'number' && { pinCount }),
    ...(coverUrl && { coverUrl }),
  };
}
