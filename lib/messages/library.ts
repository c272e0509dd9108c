import * as z from 'zod/mini';
import { LinkUrl } from '../page/candidate.ts';
import { Target } from '../save/request.ts';
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
import { request } from './request.ts';
import { SectionView } from './views.ts';

const nothing = z.undefined();
const Id = z.string().check(z.regex(/^\d{1,40}$/));
const JobId = z.string().check(z.maxLength(64));
const Bookmark = z.optional(z.string().check(z.maxLength(4096)));
const Search = z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(200)), bookmark: Bookmark });
const BoardName = z.string().check(z.minLength(1), z.maxLength(180));
const boardTexts = {
  description: z.exactOptional(z.string().check(z.maxLength(500))),
  privacy: z.exactOptional(z.enum(['PUBLIC', 'SECRET'])),
};
const SectionName = z.string().check(z.minLength(1), z.maxLength(180));
const Section = z.strictObject({ boardId: Id, sectionId: Id });
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const days = { startDate: Day, endDate: Day };
const pinTexts = {
  title: z.exactOptional(z.string().check(z.maxLength(100))),
  description: z.exactOptional(z.string().check(z.maxLength(800))),
  altText: z.exactOptional(z.string().check(z.maxLength(500))),
  /** Empty takes the link away. */
  link: z.exactOptional(z.union([z.literal(''), LinkUrl])),
};

/** What is to change of a pin. A section of null takes it out of its section. */
export const PinEdit = z.strictObject({
  ...pinTexts,
  boardId: z.exactOptional(Id),
  sectionId: z.exactOptional(z.nullable(Id)),
  isSecret: z.exactOptional(z.boolean()),
});
export type PinEdit = z.infer<typeof PinEdit>;

/** What is to change of a save that has not been made. */
export const JobEdit = z.strictObject({ ...pinTexts, target: z.exactOptional(Target) });
export type JobEdit = z.infer<typeof JobEdit>;

/** By what the best pins are chosen. */
export const TopPinsOrder = z.enum(['IMPRESSION', 'SAVE', 'PIN_CLICK', 'OUTBOUND_CLICK', 'ENGAGEMENT']);
export type TopPinsOrder = z.infer<typeof TopPinsOrder>;

const page = ['page'] as const;

/**
 * What only the library page asks of the worker. It stands apart from `protocol.ts` so that no other page carries its
 * schemas.
 */
export const libraryProtocol = {
  libraryBoards: request(page, z.strictObject({ bookmark: Bookmark }), BoardsPage),
  searchBoards: request(page, Search, BoardsPage),
  libraryBoard: request(page, Id, LibraryBoard),
  createBoard: request(page, z.strictObject({ name: BoardName, ...boardTexts }), LibraryBoard),
  updateBoard: request(
    page,
    z.strictObject({ boardId: Id, name: z.exactOptional(BoardName), ...boardTexts }),
    LibraryBoard,
  ),
  deleteBoard: request(page, Id, nothing),
  createSection: request(page, z.strictObject({ boardId: Id, name: SectionName }), SectionView),
  renameSection: request(page, z.extend(Section, { name: SectionName }), SectionView),
  deleteSection: request(page, Section, nothing),
  libraryPins: request(page, z.strictObject({ boardId: Id, sectionId: z.optional(Id), bookmark: Bookmark }), PinsPage),
  searchPins: request(page, Search, PinsPage),
  libraryPin: request(page, Id, LibraryPin),
  updatePin: request(page, z.strictObject({ pinId: Id, edit: PinEdit }), LibraryPin),
  deletePin: request(page, Id, nothing),
  pinFigures: request(page, z.strictObject({ pinId: Id, isVideo: z.boolean(), ...days }), Figures),
  accountFigures: request(page, z.strictObject(days), Figures),
  topPins: request(page, z.strictObject({ sortBy: TopPinsOrder, ...days }), z.array(TopPin)),
  libraryJobs: request(page, nothing, z.array(LibraryJob)),
  retryAll: request(page, nothing, nothing),
  editJob: request(page, z.strictObject({ jobId: JobId, edit: JobEdit }), nothing),
  /** A save in doubt: look once more, believe that it is there, or save it again. */
  lookAgain: request(page, JobId, nothing),
  believeSaved: request(page, JobId, nothing),
  saveAgain: request(page, JobId, nothing),
  listHistory: request(page, nothing, z.array(HistoryLine)),
  clearHistory: request(page, nothing, nothing),
  accountFacts: request(page, nothing, AccountFacts),
  rateBudgets: request(page, nothing, z.array(RateBudget)),
};

export type LibraryProtocol = typeof libraryProtocol;
export type LibraryRequest = keyof LibraryProtocol;
