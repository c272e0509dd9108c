import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { chosenBoards } from '../../lib/boards/chosen.ts';
import { type SessionBoards, sessionBoards } from '../../lib/boards/session.ts';
import { send } from '../../lib/messages/send.ts';
import type { AccountView } from '../../lib/messages/views.ts';
import { changePlaces, noPlaces, type Place, type Places, placesOf, watchPlaces } from '../../lib/settings/places.ts';

/** The connected account's boards, and the parts that the person gave them. */
export function createBoardChoices(account: ReadonlySignal<AccountView | undefined>) {
  const known = signal<SessionBoards>();
  const places = signal<Places>(noPlaces(''));
  const connectionId = computed(() => account.value?.connectionId);
  const boards = computed((): Place[] => {
    const value = known.value;
    return value && value.connectionId === connectionId.value ? listed(value) : [];
  });

  sessionBoards.watch((value) => {
    known.value = value;
  });
  const readPlaces = async () => {
    places.value = await placesOf(connectionId.value ?? '');
  };
  watchPlaces(() => void readPlaces());

  effect(() => {
    const id = connectionId.value;
    if (id === undefined) return;
    void load(id);
  });

  /** What this session knows at once; then what Pinterest says, with the sections of boards that were used. */
  async function load(id: string): Promise<void> {
    await readPlaces();
    known.value = await sessionBoards.get();
    await send('refreshBoards').catch(() => undefined);
    const used = new Set((await chosenBoards(id)).slice(0, 8).map(({ boardId }) => boardId));
    for (const boardId of used) {
      if (!known.value?.sections[boardId]) await send('loadSections', boardId).catch(() => undefined);
    }
  }

  return {
    boards,
    places,
    async change(change: Partial<Places>): Promise<void> {
      if (connectionId.value !== undefined) places.value = await changePlaces(connectionId.value, change);
    },
  };
}

function listed({ boards, sections }: SessionBoards): Place[] {
  return boards
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .flatMap(({ id, name, isSecret }) => [
      { boardId: id, label: name, secret: isSecret },
      ...(sections[id] ?? []).map((section) => ({
        boardId: id,
        sectionId: section.id,
        label: `${name} › ${section.name}`,
        secret: isSecret,
      })),
    ]);
}
