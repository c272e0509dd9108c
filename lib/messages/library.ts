import * as z from 'zod/mini';
import { Target } from '../save/request.ts';
import { NumericId, textUpTo } from '../shapes.ts';
import type { Sender } from './request.ts';
import { ToldLink } from './told.ts';

const nothing = z.undefined();
const JobId = textUpTo(64);
const Bookmark = z.optional(textUpTo(4096));
const Search = z.strictObject({ text: textUpTo(200, z.minLength(1)), bookmark: Bookmark });
const BoardName = textUpTo(180, z.minLength(1));
const boardTexts = {
  description: z.exactOptional(textUpTo(500)),
  privacy: z.exactOptional(z.enum(['PUBLIC', 'SECRET'])),
};
const SectionName = textUpTo(180, z.minLength(1));
const Section = z.strictObject({ boardId: NumericId, sectionId: NumericId });
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const days = { startDate: Day, endDate: Day };
const pinTexts = {
  title: z.exactOptional(textUpTo(100)),
  description: z.exactOptional(textUpTo(800)),
  altText: z.exactOptional(textUpTo(500)),
  /** Empty takes the link away. */
  link: z.exactOptional(z.union([z.literal(''), ToldLink])),
};

/** What is to change of a pin. A section of null takes it out of its section. */
export const PinEdit = z.strictObject({
  ...pinTexts,
  boardId: z.exactOptional(NumericId),
  sectionId: z.exactOptional(z.nullable(NumericId)),
  isSecret: z.exactOptional(z.boolean()),
});
export type PinEdit = z.infer<typeof PinEdit>;

/** What is to change of a save that has not been made. */
export const JobEdit = z.strictObject({ ...pinTexts, target: z.exactOptional(Target) });
export type JobEdit = z.infer<typeof JobEdit>;

/** By what the best pins are chosen. */
export const TopPinsOrder = z.enum(['IMPRESSION', 'SAVE', 'PIN_CLICK', 'OUTBOUND_CLICK', 'ENGAGEMENT']);
export type TopPinsOrder = z.infer<typeof TopPinsOrder>;

/** Only our own pages may ask. */
function fromPage<D extends z.ZodMiniType>(data: D) {
  return { from: ['page'] as readonly Sender[], data };
}

/**
 * What only the library page asks of the worker: with what. What it gets stands in `library-replies.ts`, which the
 * worker does not carry; both stand apart from `protocol.ts` so that no other page carries them.
 */
export const libraryProtocol = {
  libraryBoards: fromPage(z.strictObject({ bookmark: Bookmark })),
  searchBoards: fromPage(Search),
  libraryBoard: fromPage(NumericId),
  createBoard: fromPage(z.strictObject({ name: BoardName, ...boardTexts })),
  updateBoard: fromPage(z.strictObject({ boardId: NumericId, name: z.exactOptional(BoardName), ...boardTexts })),
  deleteBoard: fromPage(NumericId),
  createSection: fromPage(z.strictObject({ boardId: NumericId, name: SectionName })),
  renameSection: fromPage(z.extend(Section, { name: SectionName })),
  deleteSection: fromPage(Section),
  libraryPins: fromPage(z.strictObject({ boardId: NumericId, sectionId: z.optional(NumericId), bookmark: Bookmark })),
  searchPins: fromPage(Search),
  libraryPin: fromPage(NumericId),
  updatePin: fromPage(z.strictObject({ pinId: NumericId, edit: PinEdit })),
  deletePin: fromPage(NumericId),
  pinFigures: fromPage(z.strictObject({ pinId: NumericId, isVideo: z.boolean(), ...days })),
  accountFigures: fromPage(z.strictObject(days)),
  topPins: fromPage(z.strictObject({ sortBy: TopPinsOrder, ...days })),
  libraryJobs: fromPage(nothing),
  retryAll: fromPage(nothing),
  editJob: fromPage(z.strictObject({ jobId: JobId, edit: JobEdit })),
  /** A save in doubt: look once more, believe that it is there, or save it again. */
  lookAgain: fromPage(JobId),
  believeSaved: fromPage(JobId),
  saveAgain: fromPage(JobId),
  listHistory: fromPage(nothing),
  clearHistory: fromPage(nothing),
  accountFacts: fromPage(nothing),
  rateBudgets: fromPage(nothing),
};

export type LibraryProtocol = typeof libraryProtocol;
export type LibraryRequest = keyof LibraryProtocol;
