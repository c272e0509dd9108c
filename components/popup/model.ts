import type { Board, BoardSearch } from '../../lib/boards/board.ts';
import type { Candidate, HiddenReason } from '../../lib/page/candidate.ts';
import type { Target } from '../../lib/save/request.ts';
import type { Frame } from './cut-frame.ts';

/** All that the popup shows. A new object for each change; parts that did not change keep their identity. */
export interface PopupModel {
  readonly page: PageState;
  /** Best first. Later finds may stand anywhere: what is on screen does not move for them. */
  readonly pictures: readonly PopupPicture[];
  /** How many pictures the page holds, those not handed over yet included. */
  readonly shownCount: number;
  readonly hiddenCount: number;
  readonly connection: Connection;
  readonly boards: Boards;
  /** What the person chose and typed: kept per tab, so that an accidental close loses nothing. */
  readonly draft: Draft;
  /** "Description, alt text, link" is open; remembered over popups. */
  readonly isMoreOpen: boolean;
  readonly queue: Queue;
  /** How many earlier saves need this page, and could not be read from it either: a crop of the tab is what is left. */
  readonly unreadHere?: number;
  /** The save that this popup started last. */
  readonly run?: Run;
  /** The tab's looks while a part is being cut out; `failed` where the browser does not let us look. */
  readonly shot?: Shot | 'failed';
  /** What is known of the chosen boards' pins. */
  readonly linked: readonly LinkedBoard[];
  /** Several pictures on their way through Pinterest's own window, one at a time; `position` counts from 1. */
  readonly handOver?: { readonly position: number; readonly total: number };
}

/** Links that pins of a board have already, among those of the chosen pictures. */
export interface LinkedBoard {
  readonly boardId: string;
  readonly links: readonly string[];
}

/** What the tab shows, to cut a part out of. */
export interface Shot {
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What can be done with the tab's page. */
export type PageState =
  | { readonly state: 'reading' }
  /** Read at least once; `isComplete` turns true when the page had finished loading. */
  | { readonly state: 'ready'; readonly title: string; readonly siteName: string; readonly isComplete: boolean }
  /** The site asked not to be saved from; `message` is its own sentence, possibly empty. */
  | { readonly state: 'nopin'; readonly title: string; readonly message: string }
  | { readonly state: 'unreadable'; readonly reason: UnreadableReason };

export type UnreadableReason = 'browser' | 'store' | 'pdf' | 'file' | 'not-allowed';

/** A candidate of the page. `key` stays the same when the page is read again (its address does; ids do not). */
export interface PopupPicture extends Candidate {
  readonly key: string;
  /** An object URL for pictures that have only a handle. */
  readonly previewUrl?: string;
  /** The person pasted, dropped or cut it out; the page does not know it. */
  readonly isAdded?: boolean;
  /** Only this person's network leads to its address, or it holds their log-in: nobody else is told of it. */
  readonly isOutOfReach?: boolean;
  /** Labels of the boards that this person saved it to. */
  readonly savedTo?: readonly string[];
}

export type Connection =
  /** `hasCredentials`: *Connect* signs in at once; else it opens Options. */
  | { readonly state: 'none'; readonly hasCredentials: boolean }
  | { readonly state: 'signed-out' }
  | {
      readonly state: 'connected';
      readonly isSandbox: boolean;
      /** Pinterest refused to create pins for this app (403 code 29); saves go through Pinterest's window. */
      readonly isTrial: boolean;
      /** Where Options says that saves go. */
      readonly through: 'tack' | 'pinterest';
    };

export interface Boards {
  /** `remembered`: offline, and `list` holds only the boards that were used in Tack. */
  readonly state: 'loading' | 'ready' | 'failed' | 'remembered';
  /** What went wrong, as a sentence, when `failed`. */
  readonly message?: string;
  readonly list: readonly Board[];
  /** Board ids or `boardId/sectionId`, last used first. */
  readonly recent: readonly string[];
  readonly suggested: readonly string[];
  /** `lib/boards/search.ts` over `list`. */
  readonly search: BoardSearch;
}

export type Sort = 'best' | 'size' | 'page';

/** The texts of a pin that can be edited. */
export interface Texts {
  readonly title: string;
  readonly description: string;
  readonly altText: string;
  readonly link: string;
}

/** What the person did so far; plain data, fit for `storage.session`. */
export interface Draft {
  /** Keys in the order of choosing. Absent: nobody chose yet, and the best picture counts as chosen. */
  readonly selected?: readonly string[];
  /** Texts that were typed, by picture key. */
  readonly edits: Readonly<Record<string, Partial<Texts>>>;
  readonly target?: Target;
  /** Other boards that the same pins go to. */
  readonly also?: readonly Target[];
  /** The chosen pictures are to be one pin, where that can be. */
  readonly asOne?: boolean;
  readonly sort: Sort;
  readonly filter: string;
  /** Which hidden pictures are shown after all. */
  readonly shownReasons: readonly HiddenReason[];
  /** Existing Pins that are to become new ones, so that their texts can be edited. */
  readonly asNewPin: readonly string[];
}

/** Saves that wait, of this popup or earlier ones. */
export interface Queue {
  readonly isOffline: boolean;
  readonly waitingCount: number;
  /** Saves that failed and wait for a decision. */
  readonly failedCount: number;
  /** Open saves of another account than the one connected now. */
  readonly elsewhereCount?: number;
  /** Pinterest asked for a pause until this time, written in the person's language ("14:05"). */
  readonly pausedUntil?: string;
  /** Not everything is kept, or can be read: a sentence. */
  readonly diskTrouble?: string;
}

/** One press on *Save* and what became of it. */
export interface Run {
  readonly items: readonly RunItem[];
}

export type RunState =
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'saved'
  | 'sent'
  | 'failed'
  | 'undoing'
  | 'undone'
  | 'discarded';

export interface RunItem {
  /** Names this pin in `undo` and `remedy`. */
  readonly id: string;
  /** The picture's. */
  readonly key: string;
  /** Of the pin's other pictures, where it shows several. */
  readonly others?: readonly string[];
  /** The board's; absent when the picture went to Pinterest's window. */
  readonly label?: string;
  readonly state: RunState;
  /** Where the pin can be seen. */
  readonly pinUrl?: string;
  /** Pinterest got a still of a picture that moves. */
  readonly isStill?: boolean;
  /** What happened, as a sentence, when `failed`. */
  readonly message?: string;
  /** What the person can do about it, best first. */
  readonly remedies?: readonly Remedy[];
}

export type Remedy =
  | 'retry'
  | 'share'
  | 'chooseBoard'
  | 'editLink'
  | 'useWindow'
  | 'allowAccess'
  | 'crop'
  | 'signIn'
  | 'discard';

/** What *Save* asks for one picture, or for several as one: a pin on each of the boards. */
export interface PinDraft extends Texts {
  readonly key: string;
  readonly others?: readonly string[];
  readonly asNewPin: boolean;
  readonly targets: readonly Target[];
}

/** What the popup asks for. No call waits: what comes of it arrives as a new model. */
export interface PopupActions {
  /** The person chose or typed. */
  changeDraft(draft: Draft): void;
  setMoreOpen(isOpen: boolean): void;
  /** Save to these boards, or through Pinterest's window when not connected. */
  save(pins: readonly PinDraft[]): void;
  undo(id: string): void;
  undoAll(): void;
  /** Stops what of the run was not sent yet. */
  cancelRun(): void;
  remedy(id: string, remedy: Remedy): void;
  /** Saves what of the pictures is visible in the tab, for those earlier saves. */
  cropHere(): void;
  /** Forgets that a picture was saved to the board of this label: its pin was deleted elsewhere. */
  forgetMark(key: string, label: string): void;
  openPin(url: string): void;
  connect(): void;
  openOptions(): void;
  openPins(): void;
  /** Opens what waits and what failed. */
  openQueue(): void;
  /** The next, or no more, of the pictures for Pinterest's window. */
  nextHandOver(): void;
  stopHandOver(): void;
  /** Pictures that were pasted or dropped: files or addresses. */
  addPictures(given: readonly (File | string)[]): void;
  /** Looks at what the tab shows, to cut a part out of it. */
  takeShot(): void;
  dropShot(): void;
  /** The part of the shot that is to be a picture. */
  cutShot(frame: Frame): void;
  readPageAgain(): void;
  loadBoardsAgain(): void;
  loadSections(boardId: string): void;
  /** The end of the list is near and the page holds more; also asked when hidden pictures are wanted. */
  loadMorePictures(): void;
}
