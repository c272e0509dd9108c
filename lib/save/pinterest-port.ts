import { Failure } from '../failure.ts';
import { RequestFailure } from '../http/failure.ts';
import { base64Of } from '../image/base64.ts';
import { createBoard, listBoardPins, listBoards } from '../pinterest/boards.ts';
import type { Pinterest } from '../pinterest/client.ts';
import { RateLimited } from '../pinterest/failure.ts';
import { registerMedia, uploadMedia, waitForMedia } from '../pinterest/media.ts';
import type { MediaSource } from '../pinterest/new-pin.ts';
import { imagesOf, type Pin } from '../pinterest/pin.ts';
import { createPin, deletePin, savePin, updatePin } from '../pinterest/pins.ts';
import { createSection, listSectionPins, listSections } from '../pinterest/sections.ts';
import { parseTime } from '../pinterest/values.ts';
import {
  DeliveryFailure,
  type ListedPin,
  type MadePin,
  type Material,
  type PinPlace,
  type PinterestPort,
} from './ports.ts';

/** Refusals of the app, not of the save: every save of the account waits until the person has done something. */
const accountRefused: ReadonlySet<string> = new Set(['trial-app', 'app-not-approved', 'sign-in-again']);
/** Pictures in these sizes are cut to shape; the others keep the picture's own. */
const cutSizes: ReadonlySet<string> = new Set(['150x150', '400x300']);

/** The API client as the outbox sees it. */
export function pinterestPort(pinterest: Pinterest): PinterestPort {
  return {
    createPin: ({ title, description, altText, link, boardId, sectionId, isSecret = false, material }, signal) =>
      making(async (onSentAgain) => {
        const place = { board_id: boardId, board_section_id: sectionId };
        const texts = {
          title: title || null,
          description: description || null,
          alt_text: altText || null,
          link: link ?? null,
        };
        const media_source = await mediaSource(material, signal);
        return createPin(pinterest, { ...place, ...texts, media_source }, { signal, isSecret, onSentAgain });
      }),
    uploadVideo: (file, step, signal) =>
      asPort(async () => {
        step('video-uploading');
        const upload = await registerMedia(pinterest, { signal });
        await uploadMedia(pinterest, upload, file, { signal });
        step('video-processing');
        await waitForMedia(pinterest, upload.media_id, { signal });
        return upload.media_id;
      }),
    savePin: (pinId, { boardId, sectionId, isSecret = false }, signal) =>
      making(async (onSentAgain) => {
        const place = { boardId, ...(sectionId === undefined ? {} : { sectionId }) };
        return savePin(pinterest, pinId, place, { signal, isSecret, onSentAgain });
      }),
    deletePin: (pinId, signal) =>
      asPort(() =>
        deletePin(pinterest, pinId, { signal }).catch((error) => {
          if (!(error instanceof Failure) || error.code !== 'pin-not-found') throw error;
        }),
      ),
    updatePin: (pinId, { title, description, altText, link, boardId, sectionId, isSecret = false }, signal) =>
      asPort(async () => {
        const place = { board_id: boardId, board_section_id: sectionId ?? null };
        const texts = { title, description, alt_text: altText, link: link ?? null };
        await updatePin(pinterest, pinId, { ...place, ...texts }, { signal, isSecret });
      }),
    listBoardPins: ({ boardId, sectionId }: PinPlace, signal) =>
      asPages(
        sectionId === undefined
          ? listBoardPins(pinterest, boardId, { signal })
          : listSectionPins(pinterest, boardId, sectionId, { signal }),
        (page) => page.map(listed),
      ),
    createBoard: ({ name, secret }, signal) =>
      asPort(() => createBoard(pinterest, { name, privacy: secret ? 'SECRET' : 'PUBLIC' }, { signal })),
    listBoards: (signal) => asPages(listBoards(pinterest, { signal }), (page) => page),
    createSection: (boardId, name, signal) => asPort(() => createSection(pinterest, boardId, name, { signal })),
    listSections: (boardId, signal) => asPages(listSections(pinterest, boardId, { signal }), (page) => page),
    serverOffsetMs: () => pinterest.serverClock.offsetMs(),
    readClock: (signal) =>
      asPort(async () => {
        for await (const _ of listBoards(pinterest, { signal, pageSize: 1 })) return;
      }),
  };
}

async function mediaSource(material: Material, signal: AbortSignal): Promise<MediaSource> {
  if (material.kind === 'url') return { source_type: 'image_url', url: material.url };
  if (material.kind === 'video') {
    const { mediaId, coverUrl } = material;
    const cover = coverUrl === undefined ? { cover_image_key_frame_time: 0 } : { cover_image_url: coverUrl };
    return { source_type: 'video_id', media_id: mediaId, ...cover };
  }
  if (material.kind === 'urls')
    return { source_type: 'multiple_image_urls', items: material.urls.map((url) => ({ url })) };
  if (material.kind === 'several') {
    const items = await Promise.all(material.items.map((item) => bytesItem(item, signal)));
    return { source_type: 'multiple_image_base64', items };
  }
  return { source_type: 'image_base64', ...(await bytesItem(material, signal)) };
}

async function bytesItem(
  { contentType, blob }: { contentType: 'image/jpeg' | 'image/png'; blob: Blob },
  signal: AbortSignal,
) {
  return { content_type: contentType, data: await base64Of(blob, signal) };
}

function listed(pin: Pin): ListedPin {
  return {
    id: pin.id,
    // Without a time a pin must not look older than the run that it may belong to.
    createdServerMs: parseTime(pin.created_at) ?? Number.POSITIVE_INFINITY,
    title: pin.title ?? '',
    description: pin.description ?? '',
    link: pin.link ?? '',
    ...pictureOf(pin),
    sectionId: pin.board_section_id ?? undefined,
    parentPinId: pin.parent_pin_id ?? undefined,
    isOwner: pin.is_owner !== false,
  };
}

/** The shape of a pin's picture, and the addresses of all that it shows. */
function pictureOf(pin: Pin): { aspect: number; pictureUrl: string } {
  const { width, height } = largestOf(imagesOf(pin));
  const all = pin.media?.items?.map(({ images }) => images ?? {}) ?? [imagesOf(pin)];
  const urls = all.map((images) => largestOf(images).url);
  return { aspect: height > 0 ? width / height : 0, pictureUrl: urls.includes('') ? '' : urls.join(' ') };
}

/** The largest of the sizes that keep the picture's own shape. */
function largestOf(images: ReturnType<typeof imagesOf>): { width: number; height: number; url: string } {
  let best = { width: 0, height: 0, url: '' };
  for (const [size, { width, height, url }] of Object.entries(images)) {
    if (!cutSizes.has(size) && width && height && width > best.width) best = { width, height, url };
  }
  return best;
}

async function* asPages<T, R>(pages: AsyncIterable<T[]>, read: (page: T[]) => R[]): AsyncGenerator<R[]> {
  try {
    for await (const page of pages) yield read(page);
  } catch (error) {
    throw deliveryFailure(error);
  }
}

/** A request that makes a pin. */
async function making(make: (onSentAgain: () => void) => Promise<Pin>): Promise<MadePin> {
  let wasSentAgain = false;
  try {
    const pin = await make(() => {
      wasSentAgain = true;
    });
    return { ...listed(pin), wasSentAgain };
  } catch (error) {
    throw deliveryFailure(error, wasSentAgain);
  }
}

async function asPort<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw deliveryFailure(error);
  }
}

/** What a failure of the client means for the save. */
function deliveryFailure(cause: unknown, wasSentAgain = false): DeliveryFailure {
  if (cause instanceof RateLimited)
    return new DeliveryFailure(cause.outcome, cause.code, { retryAtMs: cause.retryAtMs, wasSentAgain, cause });
  if (cause instanceof RequestFailure) {
    const outcome = accountRefused.has(cause.code) ? 'wait' : cause.outcome;
    return new DeliveryFailure(outcome, cause.code, { wasSentAgain, cause });
  }
  // Only lib/account fails without being a request: there was no token, so nothing was sent.
  if (cause instanceof Failure) return new DeliveryFailure('wait', cause.code, { cause });
  return new DeliveryFailure('unknown', 'no-answer', { cause });
}
