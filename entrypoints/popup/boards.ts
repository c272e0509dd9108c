import { computed, signal } from '@preact/signals';
import type { Boards } from '../../components/popup/model.ts';
import type { Board } from '../../lib/boards/board.ts';
import { type ChosenBoard, chosenBoards, targetOf } from '../../lib/boards/chosen.ts';
import { offeredBoards } from '../../lib/boards/offered.ts';
import { createBoardSearch } from '../../lib/boards/search.ts';
import { type SessionBoards, sessionBoards } from '../../lib/boards/session.ts';
import { Failure } from '../../lib/failure.ts';
import { send } from '../../lib/messages/send.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import type { Target } from '../../lib/save/request.ts';
import { type Places, placesOf, startingPlace } from '../../lib/settings/places.ts';
import { settings } from '../../lib/settings/settings.ts';
import { problem } from '../../lib/words/problem.ts';
import { translate } from '../../lib/words/translate.ts';

const mostRecent = 50;

/** Boards whose sections are loaded before anybody asks: each is a request of the person's budget. */
const mostAhead = 5;

/** The account's boards for the picker: what this session knows at once, then what Pinterest says. */
export function createPopupBoards() {
  const known = signal<SessionBoards>();
  const chosen = signal<ChosenBoard[]>([]);
  const places = signal<Places>();
  const order = signal<'recent' | 'name'>('recent');
  const suggested = signal<readonly string[]>([]);
  const failure = signal<string>();
  let connectionId: string | undefined;

  const list = computed((): readonly Board[] => {
    if (known.value) {
      const { boards, sections } = known.value;
      const ordered = order.value === 'name' ? boards.toSorted((a, b) => a.name.localeCompare(b.name)) : boards;
      return ordered.map((board) => {
        const own = sections[board.id];
        return own ? { ...board, sections: own } : board;
      });
    }
    return remembered(chosen.value);
  });
  const recent = computed(() =>
    offeredBoards({ favourites: places.value?.favourites ?? [], recent: chosen.value }, 'recent', mostRecent).map(
      ({ boardId, sectionId }) => (sectionId ? `${boardId}/${sectionId}` : boardId),
    ),
  );
  const search = computed(() => createBoardSearch(list.value, recent.value));

  const boards = computed(
    (): Boards => ({
      state: known.value ? 'ready' : failure.value ? (chosen.value.length > 0 ? 'remembered' : 'failed') : 'loading',
      ...(failure.value && { message: failure.value }),
      list: list.value,
      recent: recent.value,
      suggested: suggested.value,
      search: search.value,
    }),
  );

  async function refresh(): Promise<void> {
    failure.value = undefined;
    try {
      await send('refreshBoards');
    } catch (error) {
      failure.value = problem(error instanceof Failure ? error.code : 'unknown', translate);
    }
  }

  async function prepare(page: { pageUrl: string; words: string }): Promise<void> {
    suggested.value = await send('suggestBoards', page).catch(() => []);
    const likely = new Set([...suggested.value, ...chosen.value.map(({ boardId }) => boardId)]);
    for (const boardId of [...likely].slice(0, mostAhead)) {
      if (known.value?.sections[boardId]) continue;
      const isDone = await send('loadSections', boardId).then(
        () => true,
        () => false,
      );
      if (!isDone) return;
    }
  }

  return {
    boards,
    /** Shows what is known of an account's boards, and asks Pinterest behind it. */
    async load(account: AccountView): Promise<void> {
      connectionId = account.connectionId;
      sessionBoards.watch((value) => {
        if (value?.connectionId === connectionId) known.value = value;
      });
      const [session, used, chosenPlaces, { boardOrder }] = await Promise.all([
        sessionBoards.get(),
        chosenBoards(account.connectionId),
        placesOf(account.connectionId),
        settings.get(),
      ]);
      chosen.value = used;
      places.value = chosenPlaces;
      order.value = boardOrder;
      if (session?.connectionId !== connectionId) return void refresh();
      known.value = session;
      // What is known is shown first: the answer has to be parsed and drawn again.
      whenIdle(refresh);
    },
    refresh,
    loadSections(boardId: string): void {
      void send('loadSections', boardId).catch(() => undefined);
    },
    /** Learns which boards fit a page, then loads the sections of those and of the recent boards, one after the other. */
    prepareFor(page: { pageUrl: string; words: string }): void {
      whenIdle(() => prepare(page));
    },
    /** Where a save from a page starts; undefined before the first save. */
    startingAt(pageUrl: string): Target | undefined {
      const place = (places.value && startingPlace(places.value, pageUrl)) ?? chosen.value[0];
      return place && targetOf(place);
    },
  };
}

function whenIdle(run: () => Promise<void>): void {
  requestIdleCallback(() => void run(), { timeout: 1000 });
}

/** Boards that were used in Tack, as a list for when Pinterest cannot be asked. */
function remembered(chosen: ChosenBoard[]): Board[] {
  const boards = new Map<
    string,
    { id: string; name: string; isSecret: boolean; sections: { id: string; name: string }[] }
  >();
  for (const { boardId, sectionId, label, secret } of chosen) {
    const [name = label, ...rest] = label.split(' › ');
    const board = boards.get(boardId) ?? { id: boardId, name, isSecret: secret, sections: [] };
    if (sectionId) board.sections.push({ id: sectionId, name: rest.join(' › ') });
    boards.set(boardId, board);
  }
  return [...boards.values()];
}
