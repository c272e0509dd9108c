import { Failure } from '../failure.ts';
import type { Account } from './job.ts';
import type { Picture } from './request.ts';

/**
 * What a failed request means for the save. `refused`: Pinterest read it and said no. `wait`: nothing was done, later it
 * may work. `unknown`: it may or may not have been done.
 */
export type Outcome = 'refused' | 'wait' | 'unknown';

/** The only failure that the ports below throw. `retryAtMs` is this computer's time. */
export class DeliveryFailure extends Failure {
  override readonly name = 'DeliveryFailure';

  constructor(
    readonly outcome: Outcome,
    code: string,
    readonly details: { retryAtMs?: number | undefined; wasSentAgain?: boolean; cause?: unknown } = {},
  ) {
    super(code, `${code} (${outcome})`, { cause: details.cause });
  }
}

/** A pin as Pinterest lists it, as far as the outbox looks at it. */
export interface ListedPin {
  id: string;
  /** Pinterest's clock. */
  createdServerMs: number;
  title: string;
  description: string;
  link: string;
  /** Width divided by height; 0 when Pinterest does not tell. */
  aspect: number;
  /** Where Pinterest has the picture: pins of one address show one picture. Empty when it does not tell. */
  pictureUrl: string;
  sectionId?: string | undefined;
  parentPinId?: string | undefined;
  /** `false` for a pin of somebody else on a shared board. */
  isOwner: boolean;
}

/** A pin as Pinterest answers to its making. */
export interface MadePin extends ListedPin {
  /** The browser itself sent the request more than once: another pin may have come of it (lib/http/sent-again.ts). */
  wasSentAgain: boolean;
}

export interface PinTexts {
  title: string;
  description: string;
  altText: string;
  link?: string | undefined;
}

export interface PinPlace {
  boardId: string;
  sectionId?: string | undefined;
  /** The board is secret: writing there takes scopes of its own. */
  isSecret?: boolean;
}

/** A picture or video in the shape that goes to Pinterest; a video without a cover shows its first frame. */
export type Material =
  | { kind: 'url'; url: string }
  | { kind: 'video'; mediaId: string; coverUrl?: string | undefined }
  | {
      kind: 'bytes';
      contentType: 'image/jpeg' | 'image/png';
      blob: Blob;
      /** The picture moved; these bytes do not. */
      lost?: 'animation' | undefined;
    }
  /** Several pictures of one pin. */
  | { kind: 'urls'; urls: readonly string[] }
  | { kind: 'several'; items: readonly { contentType: 'image/jpeg' | 'image/png'; blob: Blob }[] };

export interface Named {
  id: string;
  name: string;
}

/** How far a video is on its way. */
export type VideoStep = 'video-reading' | 'video-uploading' | 'video-processing';

/** Pinterest, as one account sees it. Every function throws DeliveryFailure only, or the signal's reason. */
export interface PinterestPort {
  createPin(pin: PinTexts & PinPlace & { material: Material }, signal: AbortSignal): Promise<MadePin>;
  /** Puts a video's file in place and waits until it can be pinned; gives its media id. May be repeated: it makes no pin. */
  uploadVideo(file: Blob, step: (step: VideoStep) => void, signal: AbortSignal): Promise<string>;
  savePin(pinId: string, place: PinPlace, signal: AbortSignal): Promise<MadePin>;
  /** Gives nothing when the pin is gone, whoever deleted it. */
  deletePin(pinId: string, signal: AbortSignal): Promise<void>;
  updatePin(pinId: string, change: PinTexts & PinPlace, signal: AbortSignal): Promise<void>;
  /** The pins of a board, or of one section of it, page after page, in Pinterest's order. */
  listBoardPins(place: PinPlace, signal: AbortSignal): AsyncIterable<ListedPin[]>;
  createBoard(board: { name: string; secret: boolean }, signal: AbortSignal): Promise<Named>;
  listBoards(signal: AbortSignal): AsyncIterable<Named[]>;
  createSection(boardId: string, name: string, signal: AbortSignal): Promise<Named>;
  listSections(boardId: string, signal: AbortSignal): AsyncIterable<Named[]>;
  /** Pinterest's clock less this computer's, from the latest `Date` header; `undefined` before the first answer. */
  serverOffsetMs(): number | undefined;
  /** The cheapest request there is, for its `Date` header. */
  readClock(signal: AbortSignal): Promise<void>;
}

/** A small store that the browser empties when it closes (`storage.session`). */
export interface SessionStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Every key with its value. */
  all(): Promise<Record<string, unknown>>;
}

export interface PrepareOptions {
  /** Pinterest refused the address. */
  forceBytes: boolean;
  /** Nobody but the person sees the board. */
  isSecret: boolean;
  pageUrl: string;
  signal: AbortSignal;
}

/** Everything that the outbox asks of the world. */
export interface Ports {
  /** The account that is connected now. */
  account(): Promise<Account | undefined>;
  pinterest(account: Account): PinterestPort;
  /** The address to send when nothing has to be looked at first: public, and in a format that Pinterest takes. */
  addressOf(picture: Picture): string | undefined;
  /**
   * Makes a picture what Pinterest takes. Throws Failure, whose code becomes the job's reason: `private-picture` when
   * only the person's session could read it and others see the board.
   */
  prepare(picture: Picture, options: PrepareOptions): Promise<Material>;
  /** A video's file, as anybody may read it. Throws Failure, whose code becomes the job's reason. */
  readVideo(url: string, signal: AbortSignal): Promise<Blob>;
  /** The same for every size of a picture; `undefined` when nothing names it. */
  pictureKey(url: string): string | undefined;
  session: SessionStore;
  clock: Clock;
  locks: Locks;
  /** Has the browser wake the worker at a time; a later call replaces an earlier one, `undefined` takes it back. */
  wakeAt(atMs: number | undefined): void;
  /** Keeps the worker alive until the function it gives is called. */
  keepAlive(): () => void;
  newId(): string;
  /** How long a save waits for second thoughts before it is sent. */
  pauseBeforeSendingMs(): number;
  /** Hears of errors that no job can carry. */
  report(error: unknown): void;
}

export interface Clock {
  now(): number;
  /** Resolves early, without an error, when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface Locks {
  /** Runs `work` while nobody else holds the name, and gives `false` at once when somebody does. */
  tryHold(name: string, work: () => Promise<void>): Promise<boolean>;
}
