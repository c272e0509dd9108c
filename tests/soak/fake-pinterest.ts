import {
  DeliveryFailure,
  type ListedPin,
  type Material,
  type Named,
  type PinPlace,
  type PinterestPort,
} from '../../lib/save/ports.ts';
import type { Random } from './random.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What becomes of one request that creates something. */
export type Fate =
  | 'answered'
  | 'lost-before'
  | 'lost-after'
  | 'late'
  | 'error-before'
  | 'error-after'
  | 'rate-limit'
  | 'expired'
  /** The browser sends the request twice. The first is not done, done, or done late, and the second is answered; … */
  | 'twice-before'
  | 'twice'
  | 'twice-late'
  /** … both are done, and no answer comes; the second is told to wait. */
  | 'twice-lost'
  | 'twice-limited';

export type ListOrder = 'newest' | 'oldest' | 'custom';

export interface FakePin extends ListedPin {
  boardId: string;
  /** Which picture it shows: never told to the extension. */
  picture: string;
  /** The request that made it, also where the browser sent that twice; none made what others add. */
  request?: number;
  committedMs: number;
  deletedMs?: number;
  /** The extension deleted it. */
  isTakenBack?: boolean;
  order: number;
}

export interface FakeOptions {
  random: Random;
  clock: VirtualClock;
  fate(): Fate;
  lateMs(): number;
  latencyMs(): number;
  /** How old the state is that a reading shows. */
  lagMs(): number;
  orderOf(boardId: string): ListOrder;
  /** How long a pause a rate limit asks for; unsaid when absent. */
  retryAfterMs?: number | undefined;
  /** Texts as Pinterest keeps them. */
  rewrite?(pin: FakePin): void;
  aspectOf(picture: string): number;
  pageSize?: number;
}

/** Pinterest as the outbox meets it: it loses answers, commits late, lags, and lists in any order. */
export interface FakePinterest {
  pins: FakePin[];
  boards: (Named & { createdMs: number })[];
  sections: (Named & { boardId: string })[];
  requests: number;
  /** Files of videos that were taken in. */
  videos: number;
  port(offsetMs: number): PinterestPort;
  /** A pin made by somebody else, or by hand. */
  addPin(pin: Partial<FakePin> & { boardId: string; picture: string }): FakePin;
}

export function createFakePinterest(options: FakeOptions): FakePinterest {
  const { clock, random } = options;
  let lastId = 1000;
  const fake: FakePinterest = { pins: [], boards: [], sections: [], requests: 0, videos: 0, port, addPin };
  return fake;

  function addPin(pin: Partial<FakePin> & { boardId: string; picture: string }): FakePin {
    const made: FakePin = {
      title: '',
      description: '',
      link: '',
      aspect: options.aspectOf(pin.picture),
      isOwner: true,
      pictureUrl: pin.picture,
      ...pin,
      id: String(lastId++),
      committedMs: clock.now(),
      createdServerMs: Math.floor(clock.now() / 1000) * 1000,
      order: random.next(),
    };
    options.rewrite?.(made);
    fake.pins.push(made);
    return made;
  }

  /** Lets a request run into its fate; `makes` does it on Pinterest's side. */
  async function meet<T>(
    makes: (request: number) => T,
    signal: AbortSignal,
    offsetMs: number,
  ): Promise<T & { wasSentAgain: boolean }> {
    const request = ++fake.requests;
    const commit = () => makes(request);
    const fate = options.fate();
    await wait(options.latencyMs(), signal);
    const wasSentAgain = fate.startsWith('twice');
    if (fate === 'twice' || fate === 'twice-lost' || fate === 'twice-limited') commit();
    if (fate === 'twice-late') clock.at(clock.now() + options.lateMs(), commit);
    if (fate === 'rate-limit' || fate === 'twice-limited') {
      const { retryAfterMs } = options;
      const retryAtMs = retryAfterMs === undefined ? undefined : clock.now() + offsetMs + retryAfterMs;
      throw new DeliveryFailure('wait', 'rate-limited', { retryAtMs, wasSentAgain });
    }
    if (
      fate === 'expired' ||
      fate === 'answered' ||
      fate === 'twice-before' ||
      fate === 'twice' ||
      fate === 'twice-late'
    ) {
      const made = commit();
      await wait(options.latencyMs(), signal);
      return { ...made, wasSentAgain };
    }
    if (fate === 'late') clock.at(clock.now() + options.lateMs(), commit);
    if (fate === 'lost-after' || fate === 'error-after' || fate === 'twice-lost') commit();
    throw new DeliveryFailure('unknown', 'no-answer');
  }

  function wait(ms: number, signal: AbortSignal): Promise<void> {
    return clock.shifted(0).sleep(ms, signal);
  }

  function seen(place: PinPlace): FakePin[] {
    const atMs = clock.now() - options.lagMs();
    const pins = fake.pins.filter(
      (pin) =>
        pin.boardId === place.boardId &&
        pin.sectionId === place.sectionId &&
        pin.committedMs <= atMs &&
        (pin.deletedMs === undefined || pin.deletedMs > atMs),
    );
    const order = options.orderOf(place.boardId);
    if (order === 'custom') return pins.sort((one, other) => one.order - other.order);
    const sign = order === 'newest' ? -1 : 1;
    return pins.sort((one, other) => sign * (one.createdServerMs - other.createdServerMs || +one.id - +other.id));
  }

  async function* pages<T>(items: () => T[], signal: AbortSignal): AsyncGenerator<T[]> {
    const size = options.pageSize ?? 250;
    for (let from = 0; ; from += size) {
      await wait(options.latencyMs(), signal);
      const all = items();
      yield all.slice(from, from + size);
      if (from + size >= all.length) return;
    }
  }

  function port(offsetMs: number): PinterestPort {
    return {
      createPin: ({ title, description, link = '', boardId, sectionId, material }, signal) =>
        meet(
          (request) => addPin({ title, description, link, boardId, sectionId, picture: nameOf(material), request }),
          signal,
          offsetMs,
        ),
      async uploadVideo(_file, step, signal) {
        step('video-uploading');
        await wait(options.latencyMs(), signal);
        step('video-processing');
        await wait(options.latencyMs(), signal);
        signal.throwIfAborted();
        return `${++fake.videos}`;
      },
      savePin: (pinId, { boardId, sectionId }, signal) =>
        meet(
          (request) => addPin({ boardId, sectionId, picture: pinId, parentPinId: pinId, request }),
          signal,
          offsetMs,
        ),
      async deletePin(pinId, signal) {
        await wait(options.latencyMs(), signal);
        const pin = fake.pins.find(({ id }) => id === pinId);
        if (pin) Object.assign(pin, { deletedMs: pin.deletedMs ?? clock.now(), isTakenBack: true });
      },
      async updatePin(pinId, change, signal) {
        await wait(options.latencyMs(), signal);
        const pin = fake.pins.find(({ id }) => id === pinId);
        if (pin) Object.assign(pin, change);
      },
      listBoardPins: (place, signal) => pages(() => seen(place), signal),
      createBoard: ({ name }, signal) =>
        meet(
          () => {
            const isTaken = fake.boards.some((board) => board.name === name);
            if (isTaken) throw new DeliveryFailure('refused', 'duplicate-board');
            const board = { id: String(lastId++), name, createdMs: clock.now() };
            fake.boards.push(board);
            return board;
          },
          signal,
          offsetMs,
        ),
      listBoards: (signal) => pages(() => fake.boards, signal),
      createSection: (boardId, name, signal) =>
        meet(
          () => {
            const section = { id: String(lastId++), name, boardId };
            fake.sections.push(section);
            return section;
          },
          signal,
          offsetMs,
        ),
      listSections: (boardId, signal) => pages(() => fake.sections.filter((one) => one.boardId === boardId), signal),
      serverOffsetMs: () => -offsetMs,
      async readClock() {},
    };
  }
}

/** What tells a pin's picture from another in the list of pins. */
/** What the picture is told by: its address, or what its bytes are said to be. */
function nameOf(material: Material): string {
  switch (material.kind) {
    case 'url':
      return material.url;
    case 'urls':
      return material.urls.join(' ');
    case 'video':
      return material.mediaId;
    case 'several':
      return `${material.items.length} × bytes`;
    case 'bytes':
      return material.blob.type || 'bytes';
  }
}
