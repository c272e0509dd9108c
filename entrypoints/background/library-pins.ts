import type { PinEdit } from '../../lib/messages/library.ts';
import type { LibraryPin } from '../../lib/messages/library-views.ts';
import type { LibraryHandlers } from '../../lib/messages/serve.ts';
import { getBoardPinsPage } from '../../lib/pinterest/boards.ts';
import type { PinChanges } from '../../lib/pinterest/new-pin.ts';
import { imagesOf, type Pin } from '../../lib/pinterest/pin.ts';
import { deletePin, getPin, updatePin } from '../../lib/pinterest/pins.ts';
import { searchPinsPage } from '../../lib/pinterest/search.ts';
import { getSectionPinsPage } from '../../lib/pinterest/sections.ts';
import { parseTime } from '../../lib/pinterest/values.ts';
import type { Accounts } from './accounts.ts';
import { whoAsks } from './library-boards.ts';

/** A page that arrives soon, and is parsed within a frame or two. */
const pageSize = 100;

type PinHandlers = Pick<LibraryHandlers, 'libraryPins' | 'searchPins' | 'libraryPin' | 'updatePin' | 'deletePin'>;

/** Pins, live, one page or one pin at a time. */
export function pinHandlers(accounts: Accounts): PinHandlers {
  const client = async () => (await whoAsks(accounts)).pinterest;
  return {
    async libraryPins({ boardId, sectionId, bookmark }) {
      const wish = { bookmark, pageSize };
      return pinsPage(
        sectionId === undefined
          ? await getBoardPinsPage(await client(), boardId, wish)
          : await getSectionPinsPage(await client(), boardId, sectionId, wish),
      );
    },
    async searchPins({ text, bookmark }) {
      return pinsPage(await searchPinsPage(await client(), text, { bookmark }));
    },
    async libraryPin(pinId) {
      return pinView(await getPin(await client(), pinId));
    },
    async updatePin({ pinId, edit }) {
      const { isSecret = false } = edit;
      return pinView(await updatePin(await client(), pinId, changesOf(edit), { isSecret }));
    },
    async deletePin(pinId) {
      await deletePin(await client(), pinId);
    },
  };
}

function changesOf({ title, description, altText, link, boardId, sectionId }: PinEdit): PinChanges {
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(altText !== undefined && { alt_text: altText }),
    ...(link !== undefined && { link: link || null }),
    ...(boardId !== undefined && { board_id: boardId }),
    ...(sectionId !== undefined && { board_section_id: sectionId }),
  };
}

function pinsPage({ items, bookmark }: { items: Pin[]; bookmark?: string | null | undefined }) {
  return { pins: items.map(pinView), ...(bookmark && { bookmark }) };
}

/** Sizes of a pin's picture, best for a tile first. */
const sizes = ['600x', '400x300', '1200x', 'originals', '150x150'];

export function pinView(pin: Pin): LibraryPin {
  const { id, title, description, link, board_id: boardId, board_section_id: sectionId } = pin;
  const images = imagesOf(pin);
  const image = sizes.map((size) => images[size]).find((one) => one !== undefined);
  const createdAtMs = parseTime(pin.created_at);
  return {
    id,
    title: title ?? '',
    description: description ?? '',
    altText: pin.alt_text ?? '',
    link: link ?? '',
    ...(boardId && { boardId }),
    ...(sectionId && { sectionId }),
    ...(image && { imageUrl: image.url }),
    widthPx: image?.width ?? 0,
    heightPx: image?.height ?? 0,
    ...(pin.dominant_color && { color: pin.dominant_color }),
    ...(createdAtMs !== undefined && { createdAtMs }),
    isVideo: pin.creative_type?.includes('VIDEO') ?? false,
  };
}
