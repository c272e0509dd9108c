import * as z from 'zod/mini';
import { dictionary } from '../shapes.ts';
import { EditableSave } from './editing.ts';
import type { RequestName } from './protocol.ts';
import { AccountView, JobView, SectionView } from './views.ts';

const nothing = z.undefined();

/** What the worker answers to each request. */
export const replies = {
  save: z.array(z.string()),
  retryHere: z.array(z.string()),
  crop: z.array(z.string()),
  saveInWindow: nothing,
  listJobs: z.array(JobView),
  undo: nothing,
  retry: nothing,
  discard: nothing,
  share: nothing,
  hoverSave: nothing,
  saveToEdit: z.nullable(EditableSave),
  editSave: nothing,
  replacePin: nothing,
  openEditor: nothing,
  openBoard: nothing,
  nextInWindow: nothing,
  stopWindow: nothing,
  savedMarks: dictionary(z.array(z.string())),
  forgetMark: nothing,
  /** Thousands of boards stand in the session, for all who watch it; they are not sent a second time. */
  refreshBoards: nothing,
  loadSections: z.array(SectionView),
  linksOnBoard: z.array(z.string()),
  suggestBoards: z.array(z.string()),
  connect: AccountView,
  startPaste: z.string(),
  finishPaste: AccountView,
  checkSaving: nothing,
  clearHistory: nothing,
  deleteEverything: nothing,
  whoIsConnected: z.nullable(AccountView),
  signInAgain: AccountView,
  disconnect: nothing,
  redirectUris: z.strictObject({ ownApp: z.string(), relay: z.string(), paste: z.string() }),
} satisfies Record<RequestName, z.ZodMiniType>;

export type Replies = typeof replies;
