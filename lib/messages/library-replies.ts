import * as z from 'zod/mini';
import type { LibraryRequest } from './library.ts';
import {
  AccountFacts,
  BoardsPage,
  Figures,
  HistoryLine,
  LibraryBoard,
  LibraryJob,
  LibraryPin,
  PinsPage,
  RateBudget,
  TopPin,
} from './library-views.ts';
import { SectionView } from './views.ts';

const nothing = z.undefined();

/** What the worker answers to each of the library's requests. */
export const libraryReplies = {
  libraryBoards: BoardsPage,
  searchBoards: BoardsPage,
  libraryBoard: LibraryBoard,
  createBoard: LibraryBoard,
  updateBoard: LibraryBoard,
  deleteBoard: nothing,
  createSection: SectionView,
  renameSection: SectionView,
  deleteSection: nothing,
  libraryPins: PinsPage,
  searchPins: PinsPage,
  libraryPin: LibraryPin,
  updatePin: LibraryPin,
  deletePin: nothing,
  pinFigures: Figures,
  accountFigures: Figures,
  topPins: z.array(TopPin),
  libraryJobs: z.array(LibraryJob),
  retryAll: nothing,
  editJob: nothing,
  lookAgain: nothing,
  believeSaved: nothing,
  saveAgain: nothing,
  listHistory: z.array(HistoryLine),
  clearHistory: nothing,
  accountFacts: AccountFacts,
  rateBudgets: z.array(RateBudget),
} satisfies Record<LibraryRequest, z.ZodMiniType>;

export type LibraryReplies = typeof libraryReplies;
