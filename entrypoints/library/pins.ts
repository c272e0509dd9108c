import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LibraryActions, PinsModel } from '../../components/library/model.ts';
import { askLibrary } from '../../lib/messages/ask-library.ts';
import type { PinEdit } from '../../lib/messages/library.ts';
import type { LibraryBoard, LibraryPin } from '../../lib/messages/library-views.ts';
import { send } from '../../lib/messages/send.ts';
import type { SectionView } from '../../lib/messages/views.ts';
import type { createBoards } from './boards.ts';
import { createMany } from './many.ts';
import { createPaged } from './paged.ts';
import { attempt, unlessGone } from './problem.ts';

type Boards = ReturnType<typeof createBoards>;
type PinActions = Pick<
  LibraryActions,
  | 'createSection'
  | 'renameSection'
  | 'deleteSection'
  | 'sectionsOf'
  | 'updatePin'
  | 'deletePin'
  | 'moveMany'
  | 'deleteMany'
  | 'stopMany'
  | 'dismissRun'
>;

/** The pins that are open (a board's, a section's, a search's), and what can be done with them. */
export function createPins(boards: Boards) {
  const pins = createPaged<LibraryPin>();
  const many = createMany();
  const place = signal<{ boardId?: string; sectionId?: string }>({});
  const single = signal<LibraryBoard>();
  const sections = signal<readonly SectionView[]>([]);

  const board = computed(() => {
    const { boardId } = place.value;
    if (boardId === undefined) return undefined;
    return boards.list.value.items.find(({ id }) => id === boardId) ?? single.value;
  });
  const model: ReadonlySignal<PinsModel> = computed(() => ({
    list: pins.list.value,
    ...(board.value && { board: board.value }),
    sections: sections.value,
    ...(many.run.value && { run: many.run.value }),
  }));

  async function open(boardId: string, sectionId?: string): Promise<void> {
    const isSameBoard = place.value.boardId === boardId;
    place.value = { boardId, ...(sectionId && { sectionId }) };
    many.dismiss();
    if (!isSameBoard) {
      single.value = undefined;
      sections.value = [];
      void loadSections(boardId).catch(() => undefined);
      void askLibrary('libraryBoard', boardId)
        .then((found) => {
          if (place.value.boardId === boardId) single.value = found;
        })
        .catch(() => undefined);
    }
    await pins.begin(async (bookmark) => {
      const { pins: items, ...rest } = await askLibrary('libraryPins', { boardId, sectionId, bookmark });
      return { items, ...rest };
    });
  }

  async function loadSections(boardId: string): Promise<void> {
    const found = await send('loadSections', boardId);
    if (place.value.boardId === boardId) sections.value = found;
  }

  async function remove(pin: LibraryPin): Promise<void> {
    await unlessGone('pin-not-found', askLibrary('deletePin', pin.id));
    pins.change((items) => items.filter(({ id }) => id !== pin.id));
    if (pin.boardId) boards.count(pin.boardId, -1);
  }

  async function update(pin: LibraryPin, edit: PinEdit): Promise<void> {
    const isSecret = boards.list.value.items.some(({ id, privacy }) => id === edit.boardId && privacy === 'SECRET');
    const updated = await askLibrary('updatePin', { pinId: pin.id, edit: { ...edit, ...(isSecret && { isSecret }) } });
    pins.change((items) =>
      isHere(updated)
        ? items.map((each) => (each.id === pin.id ? updated : each))
        : items.filter(({ id }) => id !== pin.id),
    );
    if (pin.boardId && updated.boardId && pin.boardId !== updated.boardId) {
      boards.count(pin.boardId, -1);
      boards.count(updated.boardId, 1);
    }
  }

  /** Whether a pin belongs to what is open; a search shows pins of every board. */
  function isHere(pin: LibraryPin): boolean {
    const { boardId, sectionId } = place.value;
    return (!boardId || pin.boardId === boardId) && (!sectionId || pin.sectionId === sectionId);
  }

  const actions: PinActions = {
    createSection: (boardId, name) =>
      attempt(async () => {
        const made = await askLibrary('createSection', { boardId, name });
        sections.value = [...sections.value, made];
      }),
    renameSection: ({ boardId, id }, name) =>
      attempt(async () => {
        const renamed = await askLibrary('renameSection', { boardId, sectionId: id, name });
        sections.value = sections.value.map((each) => (each.id === id ? renamed : each));
      }),
    deleteSection: ({ boardId, id }) =>
      attempt(async () => {
        await unlessGone('section-not-found', askLibrary('deleteSection', { boardId, sectionId: id }));
        sections.value = sections.value.filter((each) => each.id !== id);
      }),
    sectionsOf: (boardId) => send('loadSections', boardId).catch(() => []),
    updatePin: (pin, edit) => attempt(() => update(pin, edit)),
    deletePin: (pin) => attempt(() => remove(pin)),
    moveMany: (chosen, { boardId, sectionId }) =>
      void many.start('move', chosen, (pin) => update(pin, { boardId, sectionId: sectionId ?? null })),
    deleteMany: (chosen) => void many.start('delete', chosen, remove),
    stopMany: many.stop,
    dismissRun: many.dismiss,
  };

  return {
    model,
    open,
    async search(text: string): Promise<void> {
      place.value = {};
      sections.value = [];
      many.dismiss();
      await pins.begin(async (bookmark) => {
        const { pins: items, ...rest } = await askLibrary('searchPins', { text, bookmark });
        return { items, ...rest };
      });
    },
    more: pins.more,
    /** Lets go of the pins: another part of the library is shown. */
    clear(): void {
      place.value = {};
      pins.clear();
    },
    actions,
  };
}
