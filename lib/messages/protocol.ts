import { LinkUrl, longestDataUrl, PictureUrl } from '../page/candidate.ts';
import { Picture, SaveRequest } from '../save/request.ts';
import * as z from '../schema/schema.ts';
import { Place } from '../settings/places.ts';
import { EditableSave, Edited } from './editing.ts';
import { request } from './request.ts';
import { AccountView, BoardView, JobView, SectionView } from './views.ts';

const nothing = z.undefined();
const PictureUrls = z.array(PictureUrl).check(z.maxLength(5000));
const JobIds = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(5000));

/** A save as a page asks for it: bytes that only the tab can give are named, and read by the worker. */
export const PageSave = z.extend(z.omit(SaveRequest, { isIncognito: true }), {
  picture: z.omit(Picture, { bytes: true }),
  /** A picture that was pasted, dropped or cropped: base64 of its bytes. */
  bytesBase64: z.optional(z.string()),
  /** Where the bytes are to be read when the address alone does not do. */
  tab: z.optional(z.strictObject({ tabId: z.int(), frameId: z.int(), handle: z.optional(z.int()) })),
  isIncognito: z.boolean(),
});
export type PageSave = z.infer<typeof PageSave>;

/** One picture for Pinterest's own save window. */
export const WindowSave = z.strictObject({
  media: PictureUrl,
  url: LinkUrl,
  description: z.string().check(z.maxLength(1000)),
});
export type WindowSave = z.infer<typeof WindowSave>;

export const Credentials = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('own-app'),
    environment: z.enum(['production', 'sandbox']),
    appId: z.string().check(z.regex(/^\d{1,32}$/)),
    appSecret: z.string().check(z.minLength(1), z.maxLength(256)),
  }),
  z.strictObject({ kind: z.literal('relay'), relayUrl: z.url().check(z.maxLength(512)) }),
]);
export type Credentials = z.infer<typeof Credentials>;

/** Everything that may be asked of the worker: who may ask, with what, for what. */
export const protocol = {
  save: request(['page'], z.array(PageSave).check(z.maxLength(500)), z.array(z.string())),
  saveInWindow: request(
    ['page'],
    z.strictObject({
      saves: z.array(WindowSave).check(z.minLength(1), z.maxLength(500)),
      /** The tab whose page shows how far it is. */
      tabId: z.optional(z.int()),
    }),
    nothing,
  ),
  listJobs: request(['page'], nothing, z.array(JobView)),
  undo: request(['page', 'content'], JobIds, nothing),
  retry: request(['page', 'content'], JobIds, nothing),
  discard: request(['page', 'content'], JobIds, nothing),
  /** The person lets others see pictures that only their own session could read; asked once per site. */
  share: request(['page', 'content'], JobIds, nothing),
  /** The hover button was pressed over the picture that the page shows from this address. */
  hoverSave: request(
    ['content'],
    z.strictObject({ pictureUrl: z.string().check(z.minLength(1), z.maxLength(longestDataUrl)) }),
    nothing,
  ),
  /** The words of a save, to be changed before it is sent or on its pin. */
  saveToEdit: request(['page'], z.string(), z.nullable(EditableSave)),
  editSave: request(['page'], Edited, nothing),
  /** A new pin in the place of a saved one, where Pinterest does not let the app change it. */
  replacePin: request(['page'], Edited, nothing),
  openEditor: request(['content'], z.string(), nothing),
  nextInWindow: request(['page', 'content'], nothing, nothing),
  stopWindow: request(['page', 'content'], nothing, nothing),
  /** Where pictures were saved to before, by their address: the labels of boards, newest first. Other sizes count. */
  savedMarks: request(['page'], PictureUrls, z.record(z.string(), z.array(z.string()))),
  /** Forgets that a picture was saved to a board, for a pin that was deleted elsewhere. */
  forgetMark: request(['page'], z.strictObject({ pictureUrl: PictureUrl, label: z.string() }), nothing),
  refreshBoards: request(['page'], nothing, z.array(BoardView)),
  loadSections: request(['page'], z.string(), z.array(SectionView)),
  /** Ids of boards for a page, learned from this person's own saves. */
  suggestBoards: request(
    ['page'],
    z.strictObject({ pageUrl: z.string().check(z.maxLength(4096)), words: z.string().check(z.maxLength(4000)) }),
    z.array(z.string()),
  ),
  connect: request(['page'], Credentials, AccountView),
  /** Begins a sign-in whose address the person pastes; gives the address to open. */
  startPaste: request(['page'], Credentials, z.string()),
  finishPaste: request(['page'], z.string().check(z.maxLength(8192)), AccountView),
  /** Makes one pin on a board, and deletes it. */
  checkSaving: request(['page'], Place, nothing),
  clearHistory: request(['page'], nothing, nothing),
  deleteEverything: request(['page'], nothing, nothing),
  whoIsConnected: request(['page'], nothing, z.nullable(AccountView)),
  /** Signs in again over the connection that ended. */
  signInAgain: request(['page'], nothing, AccountView),
  disconnect: request(['page'], z.strictObject({ discardWaiting: z.boolean() }), nothing),
  redirectUris: request(
    ['page'],
    nothing,
    z.strictObject({ ownApp: z.string(), relay: z.string(), paste: z.string() }),
  ),
};

export type Protocol = typeof protocol;
export type RequestName = keyof Protocol;
export type RequestData<N extends RequestName> = z.output<Protocol[N]['data']>;
export type Reply<N extends RequestName> = z.output<Protocol[N]['reply']>;
