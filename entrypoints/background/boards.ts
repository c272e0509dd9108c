import { forgetAllChosen, forgetChosen } from '../../lib/boards/chosen.ts';
import { Linked, linksOnBoard } from '../../lib/boards/linked.ts';
import { sessionBoards } from '../../lib/boards/session.ts';
import type { AccountView, BoardView, SectionView } from '../../lib/messages/views.ts';
import { type Board, listBoardPins, listBoards } from '../../lib/pinterest/boards.ts';
import { listSections } from '../../lib/pinterest/sections.ts';
import { item } from '../../lib/storage/item.ts';
import type { Accounts } from './accounts.ts';

const freshMs = 30_000;
/** Where pins of boards lead, as Pinterest said in this browser session. */
const linked = item('session', 'linked', Linked, () => undefined);

/** The account's boards, loaded once for all who ask at the same time and kept for the browser session. */
export function createBoards(accounts: Accounts) {
  let loading: Promise<void> | undefined;

  const clientFor = ({ environment, connectionId }: AccountView) => accounts.clientOf(environment, connectionId);

  async function load(account: AccountView): Promise<void> {
    const known = await sessionBoards.get();
    const isOurs = known?.connectionId === account.connectionId;
    if (isOurs && Date.now() - known.fetchedAtMs < freshMs) return;
    const boards: BoardView[] = [];
    for await (const page of listBoards(clientFor(account))) boards.push(...page.map(boardView));
    // Disconnected meanwhile: nothing of what was asked for may stay.
    if ((await accounts.current())?.connectionId !== account.connectionId) return;
    const sections = isOurs ? known.sections : {};
    await sessionBoards.set({ connectionId: account.connectionId, boards, sections, fetchedAtMs: Date.now() });
  }

  /** Puts all boards, all pages, into the session: at most half a minute old. */
  async function refresh(): Promise<void> {
    const account = await accounts.current();
    if (!account) return;
    loading ??= load(account).finally(() => {
      loading = undefined;
    });
    return loading;
  }

  return {
    refresh,
    /** Once in a browser session, at its start: the first popup then has its boards at once. */
    async loadOnce(): Promise<void> {
      const [account, known] = await Promise.all([accounts.current(), sessionBoards.get()]);
      if (account && !account.needsSignIn && known?.connectionId !== account.connectionId) await refresh();
    },
    /** The sections of one board. */
    async sections(boardId: string): Promise<SectionView[]> {
      const account = await accounts.current();
      if (!account) return [];
      const sections: SectionView[] = [];
      for await (const page of listSections(clientFor(account), boardId)) {
        sections.push(...page.map(({ id, name }) => ({ id, name, boardId })));
      }
      await sessionBoards.update(
        (known) => known && { ...known, sections: { ...known.sections, [boardId]: sections } },
      );
      return sections;
    },
    /** Which of these links the board's pins have already. */
    async linked(boardId: string, links: readonly string[]): Promise<string[]> {
      const account = await accounts.current();
      if (!account || account.needsSignIn) return [];
      const pages = (id: string) => listBoardPins(clientFor(account), id);
      return linksOnBoard({ stored: linked, pages, now: Date.now }, account.connectionId, boardId, links);
    },
    /** A board or section that Pinterest no longer knows is offered no more. */
    async forget(connectionId: string, boardId: string, sectionId?: string): Promise<void> {
      await forgetChosen(connectionId, boardId, sectionId);
      await sessionBoards.update((known) => known && { ...known, fetchedAtMs: 0 });
    },
    /** *Disconnect*: nothing of the account's boards stays. */
    async forgetAll(): Promise<void> {
      await Promise.all([forgetAllChosen(), sessionBoards.remove(), linked.remove()]);
    },
    /** A board was made: the list is stale. */
    async markStale(): Promise<void> {
      await sessionBoards.update((known) => known && { ...known, fetchedAtMs: 0 });
    },
  };
}

function boardView({ id, name, privacy, pin_count: pinCount, media }: Board): BoardView {
  const coverUrl = media?.image_cover_url;
  return {
    id,
    name,
    isSecret: privacy === 'SECRET',
    ...(typeof pinCount === 'number' && { pinCount }),
    ...(coverUrl && { coverUrl }),
  };
}
