import * as z from 'zod/mini';
import { Count, Int, listUpTo, textUpTo } from '../shapes.ts';
import { CandidateSource, HiddenReason } from './candidate.ts';

const Text = textUpTo(4000);
const Address = textUpTo(64 * 1024);
// `z.tuple` brings half a kilobyte for what pairs have none of.
const isText = (text: unknown, most: number) => typeof text === 'string' && text.length <= most;
const Pair = z.custom<[string, string]>(
  (pair) => Array.isArray(pair) && pair.length === 2 && isText(pair[0], 200) && isText(pair[1], 64 * 1024),
);
const Pairs = z.array(Pair);

/** What the page says about one picture, by who says it; every text is raw and possibly junk. */
export const FoundTexts = z.object({
  alt: Text,
  caption: Text,
  label: Text,
  title: Text,
  heading: Text,
  linkText: Text,
});
export type FoundTexts = z.infer<typeof FoundTexts>;

/** One picture as the injected script reports it, before any rule about addresses and texts has seen it. */
export const FoundPicture = z.object({
  id: Count,
  order: Count,
  score: z.number(),
  source: CandidateSource,
  /** Of a player, its own address. */
  url: z.optional(Address),
  handle: z.optional(Int),
  widthPx: Count,
  heightPx: Count,
  /** Attributes of the element, of its `<picture>`'s sources and of the link around it. */
  attributes: Pairs.check(z.maxLength(200)),
  texts: FoundTexts,
  /** Where the link around the picture leads; of a player the picture that covers it. */
  href: z.optional(Address),
  isPinMedia: z.optional(z.boolean()),
  isMadeForPins: z.optional(z.boolean()),
  hidden: z.optional(HiddenReason),
});
export type FoundPicture = z.infer<typeof FoundPicture>;

/** What the page says of itself, raw. */
export const FoundPage = z.object({
  url: textUpTo(4096),
  documentTitle: Text,
  heading: Text,
  selection: Text,
  isComplete: z.boolean(),
  /** The document is a picture, opened by itself. */
  isPicture: z.boolean(),
  meta: Pairs.check(z.maxLength(400)),
  links: Pairs.check(z.maxLength(200)),
  linkedData: listUpTo(textUpTo(300_000), 30),
  itemPictures: listUpTo(Address, 20),
  shareLinks: listUpTo(Address, 60),
  nopin: z.optional(z.object({ message: Text })),
});
export type FoundPage = z.infer<typeof FoundPage>;

/** One answer of the injected script: a slice of the pictures in order of rank. */
export const Findings = z.object({
  page: FoundPage,
  pictures: listUpTo(FoundPicture, 120),
  shownCount: Int,
  hiddenCount: Int,
  isPartial: z.boolean(),
});
export type Findings = z.infer<typeof Findings>;
