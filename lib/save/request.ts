import * as z from 'zod/mini';
import { LinkUrl, PictureUrl } from '../page/candidate.ts';
import { Count, listUpTo, NumericId, textUpTo } from '../shapes.ts';

const Name = textUpTo(180, z.minLength(1));

/** Where a pin goes. A board or section that does not exist yet is made once, by the outbox. */
export const Target = z.union([
  z.strictObject({ boardId: NumericId, sectionId: z.optional(NumericId), label: Name, secret: z.boolean() }),
  z.strictObject({ boardId: NumericId, newSection: Name, label: Name, secret: z.boolean() }),
  z.strictObject({ newBoard: Name, label: Name, secret: z.boolean() }),
]);
export type Target = z.infer<typeof Target>;

const VideoUrl = textUpTo(4096, z.regex(/^https?:\/\//i));

/** The picture to save, with the bytes when only the gesture's moment could give them. */
export const Picture = z.strictObject({
  /** Absent when there are only bytes. */
  url: z.optional(PictureUrl),
  /** Bytes as they were read, of any format; lib/image makes them what Pinterest takes. */
  bytes: z.optional(z.instanceof(Blob)),
  widthPx: Count,
  heightPx: Count,
  /** Only this person's session could read the bytes (cookies, blob:, canvas, crop). */
  isPrivate: z.boolean(),
  /** The picture already is this Pin: saved with POST /pins/{id}/save. */
  pinId: z.optional(NumericId),
  /** The pin is a video: its file is here, or in the bytes. What else is said of the picture is said of its cover. */
  videoUrl: z.optional(VideoUrl),
});
export type Picture = z.infer<typeof Picture>;

/** One more picture of the same pin. */
export const OtherPicture = z.omit(Picture, { pinId: true, videoUrl: true });

/** A pin shows five pictures at most. */
const mostOthers = 4;

/** How the person asked for the save. */
export const Gesture = z.enum(['menu', 'popup', 'quick-pin', 'hover']);

/** The further pictures of a pin that shows several. */
export const severalOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.optional(listUpTo(item, mostOthers, z.minLength(1)));

/** One wish to make one pin, however it was expressed: what the outbox takes in. */
export const SaveRequest = z.strictObject({
  picture: Picture,
  /** Behind the first, where the pin shows several; all have the same shape. */
  others: severalOf(OtherPicture),
  target: Target,
  title: textUpTo(100),
  description: textUpTo(800),
  altText: textUpTo(500),
  link: z.optional(LinkUrl),
  gesture: Gesture,
  page: z.strictObject({ url: textUpTo(4096), title: textUpTo(300) }),
  /** From a private window: memory only, no history. */
  isIncognito: z.boolean(),
});
export type SaveRequest = z.infer<typeof SaveRequest>;
