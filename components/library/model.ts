import type { Series } from '../../lib/library/chart-data.ts';
import type { HistoryQuery } from '../../lib/library/history-search.ts';
import type { Period, PeriodProblem } from '../../lib/library/period.ts';
import type { Route } from '../../lib/library/route.ts';
import type { JobEdit, PinEdit, TopPinsOrder } from '../../lib/messages/library.ts';
import type {
  AccountFacts,
  HistoryLine,
  LibraryBoard,
  LibraryJob,
  LibraryPin,
  RateBudget,
  TopPin,
} from '../../lib/messages/library-views.ts';
import type { AccountView, SectionView } from '../../lib/messages/views.ts';

/** A list that comes page after page. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  /** `idle`: there is more; `done`: that was all. */
  readonly state: 'idle' | 'loading' | 'done' | 'failed';
  /** Why the latest page did not come, as a sentence. */
  readonly problem?: string;
}

/** Something that is asked for once. */
export type Loaded<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly problem: string };

export interface LibraryModel {
  readonly route: Route;
  /** Null: nobody is connected; undefined: not known yet. */
  readonly account: AccountView | null | undefined;
  readonly isOffline: boolean;
  /** Saves that need a decision. */
  readonly needsYouCount: number;
  readonly boards: Paged<LibraryBoard>;
  readonly search: SearchModel;
  readonly pins: PinsModel;
  readonly analytics: AnalyticsModel;
  readonly jobs: Loaded<readonly ShownJob[]>;
  /** Not every save is kept, or can be read: a sentence. */
  readonly diskTrouble: string | undefined;
  readonly history: HistoryModel;
  readonly facts: Loaded<AccountFacts>;
  readonly budgets: readonly RateBudget[];
}

/** A save with the sentence that says why it waits or failed. */
export type ShownJob = LibraryJob & { readonly sentence?: string };

/** The pins of a board, of a section, or of a search. */
export interface PinsModel {
  readonly list: Paged<LibraryPin>;
  /** The open board; undefined while it is not known, and in a search. */
  readonly board?: LibraryBoard;
  readonly sections: readonly SectionView[];
  readonly run?: ManyRun;
}

export interface SearchModel {
  readonly boards: Paged<LibraryBoard>;
}

/** One go at moving or deleting many pins. */
export interface ManyRun {
  readonly kind: 'move' | 'delete';
  readonly total: number;
  readonly doneCount: number;
  readonly failures: readonly { readonly pin: LibraryPin; readonly problem: string }[];
  readonly isOver: boolean;
}

/** Where pins are moved to. */
export interface Place {
  readonly boardId: string;
  readonly sectionId?: string;
}

export type PeriodChoice = 7 | 30 | 90 | 'own';

export interface AnalyticsModel {
  readonly choice: PeriodChoice;
  readonly period: Period;
  readonly problem?: PeriodProblem;
  /** First and last day that can be chosen. */
  readonly reach: Period;
  /** The pin that it is about; absent for the account. */
  readonly pin?: Loaded<LibraryPin>;
  readonly series: Loaded<readonly Series[]>;
  readonly lifetime: Readonly<Record<string, number | null>>;
  readonly top: Loaded<readonly TopPin[]>;
  readonly topOrder: TopPinsOrder;
}

export interface HistoryModel {
  readonly lines: Loaded<readonly HistoryLine[]>;
  readonly query: HistoryQuery;
  /** Those that the query finds. */
  readonly found: readonly HistoryLine[];
  readonly sites: readonly string[];
  readonly boards: readonly string[];
}

export interface BoardWish {
  readonly name: string;
  readonly description: string;
  /** Absent leaves it as it is: PROTECTED cannot be asked for. */
  readonly privacy?: 'PUBLIC' | 'SECRET';
}

/** What became of one wish: undefined when it was done, else why not, as a sentence. */
export type Outcome = Promise<string | undefined>;

export interface LibraryActions {
  connect(): void;
  signIn(): void;
  search(text: string): void;
  loadBoardsAgain(): void;
  createBoard(wish: BoardWish): Outcome;
  updateBoard(boardId: string, wish: BoardWish): Outcome;
  deleteBoard(boardId: string): Outcome;
  createSection(boardId: string, name: string): Outcome;
  renameSection(section: SectionView, name: string): Outcome;
  deleteSection(section: SectionView): Outcome;
  /** Sections of any board, for choosing a place. */
  sectionsOf(boardId: string): Promise<readonly SectionView[]>;
  loadMorePins(): void;
  loadPinsAgain(): void;
  updatePin(pin: LibraryPin, edit: PinEdit): Outcome;
  deletePin(pin: LibraryPin): Outcome;
  moveMany(pins: readonly LibraryPin[], place: Place): void;
  deleteMany(pins: readonly LibraryPin[]): void;
  stopMany(): void;
  dismissRun(): void;
  choosePeriod(choice: PeriodChoice, period?: Period): void;
  chooseTopOrder(order: TopPinsOrder): void;
  loadFiguresAgain(): void;
  exportFigures(): void;
  retryJob(jobId: string): void;
  /** Lets others see a picture that only the person sees. */
  shareJob(jobId: string): void;
  /** Opens the page that a save's picture needs. */
  openPage(pageUrl: string): void;
  retryAll(): void;
  discardJob(jobId: string): void;
  editJob(jobId: string, edit: JobEdit): Outcome;
  lookAgain(jobId: string): void;
  believeSaved(jobId: string): void;
  saveAgain(jobId: string): void;
  changeQuery(query: HistoryQuery): void;
  exportHistory(form: 'json' | 'csv'): void;
  clearHistory(): Outcome;
  disconnect(discardWaiting: boolean): Outcome;
}
