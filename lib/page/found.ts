import * as z from 'zod/mini';
import { CandidateSource, HiddenReason } from './candidate.ts';

const Text = z.string().check(z.maxLength(4000));
const Address = z.string().check(z.maxLength(64 * 1024));

/** What the page says about one picture, by who says it; every text is raw and possibly junk. */
export const FoundTexts = z.object({
  pinTitle: z.optional(Text),
  pinDescription: z.optional(Text),
  alt: z.optional(Text),
  caption: z.optional(Text),
  label: z.optional(Text),
  title: z.optional(Text),
  heading: z.optional(Text),
  linkText: z.optional(Text),
});
export type FoundTexts = z.infer<typeof FoundTexts>;

/** One picture as the injected script reports it, before the rules about addresses and texts have seen it. */
export const FoundPicture = z.object({
  id: z.int().check(z.nonnegative()),
  order: z.int().check(z.nonnegative()),
  source: CandidateSource,
  url: z.optional(Address),
  handle: z.optional(z.int()),
  /** Other versions of the same picture that the page names, largest first. */
  versions: z.array(z.object({ url: Address, widthPx: z.number() })).check(z.maxLength(12)),
  /** A small `data:` picture of what has no address. */
  preview: z.optional(Address),
  widthPx: z.int().check(z.nonnegative()),
  heightPx: z.int().check(z.nonnegative()),
  /** Above 0 when the page itself states it as its lead picture. */
  lead: z.number(),
  texts: FoundTexts,
  /** Where the link around the picture leads. */
  href: z.optional(Address),
  pinUrl: z.optional(Address),
  pinMedia: z.optional(Address),
  pinId: z.optional(Text),
  hidden: z.optional(HiddenReason),
});
export type FoundPicture = z.infer<typeof FoundPicture>;

/** What the page says of itself, raw. */
export const FoundPage = z.object({
  url: z.string().check(z.maxLength(4096)),
  documentTitle: Text,
  /** The name of the item that the page is about, by structured data. */
  itemName: Text,
  itemDescription: Text,
  heading: Text,
  selection: Text,
  canonical: Text,
  /** Values of `<meta>` by name or property in lower case, first one wins. */
  meta: z.record(z.string(), Text),
  nopin: z.optional(z.object({ message: Text })),
  isComplete: z.boolean(),
});
export type FoundPage = z.infer<typeof FoundPage>;

/** One answer of the injected script: a slice of the pictures in order of rank. */
export const Findings = z.object({
  page: FoundPage,
  pictures: z.array(FoundPicture).check(z.maxLength(120)),
  shownCount: z.int(),
  hiddenCount: z.int(),
  isPartial: z.boolean(),
});
export type Findings = z.infer<typeof Findings>;
