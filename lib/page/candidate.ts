import * as z from 'zod/mini';
import { Count, Int, listUpTo, NumericId, textUpTo } from '../shapes.ts';

/** Longest `data:` URL that travels by itself; longer ones travel as a handle. */
export const longestDataUrl = 64 * 1024;

/** An address that a picture may have outside the page. */
export const PictureUrl = textUpTo(
  longestDataUrl,
  z.refine((url) => /^(https?:\/\/|data:image\/)/i.test(url)),
);

/** A page that a pin may link to. */
export const LinkUrl = textUpTo(
  2048,
  z.refine((url) => /^https?:\/\//i.test(url)),
);

/** Why a picture is not offered at first; the popup says it in words and can still show the picture. */
export const HiddenReason = z.enum([
  'too-small',
  'too-wide',
  'icon',
  'sprite',
  'avatar',
  'ad',
  'tracking',
  'placeholder',
  'asked-not-to',
  'not-a-picture',
]);
export type HiddenReason = z.infer<typeof HiddenReason>;

/** Where in the page a picture was found. */
export const CandidateSource = z.enum([
  'img',
  'background',
  'poster',
  'svg',
  'input',
  'object',
  'canvas',
  'meta',
  'json-ld',
  'share-link',
  'noscript',
  'embed',
  'document',
]);
export type CandidateSource = z.infer<typeof CandidateSource>;

/**
 * One picture of a page, as the collector describes it. Texts are the page's own: plain text, trimmed, possibly empty,
 * never longer than Pinterest takes (title 100, description 800, alt text 500, link 2048 characters).
 */
export const Candidate = z.object({
  /** Names the picture in later calls to the page. */
  id: Count,
  /** Position in page order. */
  order: Count,
  source: CandidateSource,
  /** The version that the page shows; absent when only `handle` leads to the bytes. */
  url: z.optional(PictureUrl),
  /** Bytes to be asked of the page: `blob:`, canvas, long `data:`. */
  handle: z.optional(Int),
  /** Larger versions, best first; each is a proposal that has to be checked before it is used. */
  larger: listUpTo(PictureUrl, 4),
  /** The smallest known version at least twice as wide as a tile of the popup. */
  thumbnail: z.optional(PictureUrl),
  /** Natural size of the best known version in pixels; 0 when unknown. */
  widthPx: Count,
  heightPx: Count,
  /** Natural width of the version that the page shows, where `widthPx` is a larger one's; 0 when unknown. */
  shownWidthPx: z.optional(Count),
  /** That larger version, where the markup leaves no doubt that it is the same picture. */
  stated: z.optional(PictureUrl),
  title: textUpTo(100),
  description: textUpTo(800),
  altText: textUpTo(500),
  /** Absent on pages that must not be linked (private network, webmail, a local file). */
  link: z.optional(LinkUrl),
  /** Set when the picture already is a Pin (`data-pin-id`, a picture on Pinterest). */
  pinId: z.optional(NumericId),
  /** The site's own statement (`data-pin-media`, `-url`, `-id`) that a one-click save must not follow blindly. */
  siteProposes: z.optional(
    z.object({ media: z.optional(PictureUrl), link: z.optional(LinkUrl), pinId: z.optional(z.string()) }),
  ),
  hidden: z.optional(HiddenReason),
});
export type Candidate = z.infer<typeof Candidate>;

/** What the page says of itself. */
export const PageFacts = z.object({
  url: textUpTo(4096),
  title: textUpTo(300),
  siteName: textUpTo(100),
  link: z.optional(LinkUrl),
  /** The site asked not to be saved from; `message` is its own sentence, possibly empty. */
  nopin: z.optional(z.object({ message: textUpTo(500) })),
  noHover: z.boolean(),
  /** The document had finished loading when it was read. */
  isComplete: z.boolean(),
});
export type PageFacts = z.infer<typeof PageFacts>;

/** What one collection gives: the best pictures, in order of rank, and how many there are in all. */
export const Collection = z.object({
  facts: PageFacts,
  candidates: listUpTo(Candidate, 120),
  shownCount: Int,
  hiddenCount: Int,
  /** The time allowed ran out: this is the best found so far. */
  isPartial: z.boolean(),
});
export type Collection = z.infer<typeof Collection>;
