import * as z from 'zod/mini';
import { longestDataUrl, PictureUrl } from '../page/candidate.ts';
import { OtherPicture, Picture, SaveRequest, severalOf } from '../save/request.ts';
import { Place } from '../settings/places.ts';
import { Int, listUpTo, NumericId, textUpTo } from '../shapes.ts';
import { Edited, Texts } from './editing.ts';
import type { Replies } from './replies.ts';
import { request } from './request.ts';
import { ToldLink, ToldPicture } from './told.ts';
import { WindowSave } from './window-save.ts';

const nothing = z.undefined();
const PictureUrls = listUpTo(PictureUrl, 5000);
const JobIds = listUpTo(textUpTo(64), 5000);

/** Where a picture's bytes come from when its address alone does not do. */
const source = {
  /** A picture that was pasted, dropped or cropped: base64 of its bytes. */
  bytesBase64: z.optional(z.string()),
  /** The place on a page to read it from. */
  tab: z.optional(z.strictObject({ tabId: Int, frameId: Int, handle: z.optional(Int) })),
};

/** A save as a page asks for it: bytes that only the tab can give are named, and read by the worker. */
export const PageSave = z.extend(z.omit(SaveRequest, { isIncognito: true }), {
  /** Chosen by the page: a save that is sent again by the same id, because no answer came, is the same save. */
  id: textUpTo(64, z.minLength(8)),
  picture: z.omit(Picture, { bytes: true }),
  link: z.optional(ToldLink),
  others: severalOf(z.strictObject({ picture: z.omit(OtherPicture, { bytes: true }), ...source })),
  ...source,
  isIncognito: z.boolean(),
});
export type PageSave = z.infer<typeof PageSave>;

const ToldEdit = z.extend(Edited, { texts: z.extend(Texts, { link: z.union([z.literal(''), ToldLink]) }) });

export const Credentials = z.union([
  z.strictObject({
    kind: z.literal('own-app'),
    environment: z.enum(['production', 'sandbox']),
    appId: z.string().check(z.regex(/^\d{1,32}$/)),
    appSecret: textUpTo(256, z.minLength(1)),
  }),
  z.strictObject({
    kind: z.literal('relay'),
    relayUrl: textUpTo(
      512,
      z.refine((url) => URL.canParse(url)),
    ),
  }),
]);
export type Credentials = z.infer<typeof Credentials>;

/**
 * Everything that may be asked of the worker: who may ask, with what. What it gets stands in `replies.ts`: the worker
 * does not carry the one, and pages do not carry the other.
 */
export const protocol = {
  save: request(['page'], listUpTo(PageSave, 500)),
  /** The popup opened on this tab: saves that need its page are read from it. Gives those that cannot be, by their ids. */
  retryHere: request(['page'], Int),
  /** Takes what of saves' pictures is visible in a tab for the pictures. Gives the ids of those that it cannot be done for. */
  crop: request(['page'], z.strictObject({ jobIds: JobIds, tabId: Int })),
  saveInWindow: request(
    ['page'],
    z.strictObject({
      saves: z
        .array(z.extend(WindowSave, { media: ToldPicture, url: ToldLink }))
        .check(z.minLength(1), z.maxLength(500)),
      /** The tab whose page shows how far it is. */
      tabId: z.optional(Int),
    }),
  ),
  listJobs: request(['page'], nothing),
  undo: request(['page', 'content'], JobIds),
  retry: request(['page', 'content'], JobIds),
  discard: request(['page', 'content'], JobIds),
  /** The person lets others see pictures that only their own session could read; asked once per site. */
  share: request(['page', 'content'], JobIds),
  /** The hover button was pressed over the picture that the page shows from this address. */
  hoverSave: request(['content'], z.strictObject({ pictureUrl: textUpTo(longestDataUrl, z.minLength(1)) })),
  /** The words of a save, to be changed before it is sent or on its pin. */
  saveToEdit: request(['page'], z.string()),
  editSave: request(['page'], ToldEdit),
  /** A new pin in the place of a saved one, where Pinterest does not let the app change it. */
  replacePin: request(['page'], ToldEdit),
  openEditor: request(['content'], z.string()),
  /** Shows the board of a save in the library. */
  openBoard: request(['content'], z.string()),
  nextInWindow: request(['page', 'content'], nothing),
  stopWindow: request(['page', 'content'], nothing),
  /** Where pictures were saved to before, by their address: the labels of boards, newest first. Other sizes count. */
  savedMarks: request(['page'], PictureUrls),
  /** Forgets that a picture was saved to a board, for a pin that was deleted elsewhere. */
  forgetMark: request(['page'], z.strictObject({ pictureUrls: PictureUrls, label: z.string() })),
  refreshBoards: request(['page'], nothing),
  loadSections: request(['page'], z.string()),
  /** Which of these links the board's pins have already. */
  linksOnBoard: request(
    ['page'],
    z.strictObject({
      boardId: NumericId,
      links: listUpTo(ToldLink, 100),
    }),
  ),
  /** Ids of boards for a page, learned from this person's own saves. */
  suggestBoards: request(['page'], z.strictObject({ pageUrl: textUpTo(4096), words: textUpTo(4000) })),
  connect: request(['page'], Credentials),
  /** Begins a sign-in whose address the person pastes; gives the address to open. */
  startPaste: request(['page'], Credentials),
  finishPaste: request(['page'], textUpTo(8192)),
  /** Makes one pin on a board, and deletes it. */
  checkSaving: request(['page'], Place),
  clearHistory: request(['page'], nothing),
  deleteEverything: request(['page'], nothing),
  whoIsConnected: request(['page'], nothing),
  /** Signs in again over the connection that ended. */
  signInAgain: request(['page'], nothing),
  disconnect: request(['page'], z.strictObject({ discardWaiting: z.boolean() })),
  redirectUris: request(['page'], nothing),
};

export type Protocol = typeof protocol;
export type RequestName = keyof Protocol;
export type RequestData<N extends RequestName> = z.output<Protocol[N]['data']>;
export type Reply<N extends RequestName> = z.output<Replies[N]>;
