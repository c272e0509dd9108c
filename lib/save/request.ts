import * as z from 'zod/mini';
import { LinkUrl, PictureUrl } from '../page/candidate.ts';
import { Count } from '../shapes.ts';

const Id = z.string().check(z.regex(/^\d{1,40}$/));
const Name = z.string().check(z.minLength(1), z.maxLength(180));

/** Where a pin goes. A board or section that does not exist yet is made once, by the outbox. */
export const Target = z.union([
  z.strictObject({ boardId: Id, sectionId: z.optional(Id), label: Name, secret: z.boolean() }),
  z.strictObject({ boardId: Id, newSection: Name, label: Name, secret: z.boolean() }),
  z.strictObject({ newBoard: Name, label: Name, secret: z.boolean() }),
]);
export type Target = z.infer<typeof Target>;

const VideoUrl = z.string().check(z.maxLength(4096), z.regex(/^https?:\/\//i));

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
  pinId: z.optional(Id),
  /** The pin is a video: its file is here, or in the bytes. What else is said of the picture is said of its cover. */
  videoUrl: z.optional(VideoUrl),
});
export type Picture = z.infer<typeof Picture>;

/** How the person asked for the save. */
export const Gesture = z.enum(['menu', 'popup', 'quick-pin', 'hover']);

/** One wish to save one picture, however it was expressed: what the outbox takes in. */
export const SaveRequest = z.strictObject({
  picture: Picture,
  target: Target,
  title: z.string().check(z.maxLength(100)),
  description: z.string().check(z.maxLength(800)),
  altText: z.string().check(z.maxLength(500)),
  link: z.optional(LinkUrl),
  gesture: Gesture,
  page: z.strictObject({ url: z.string().check(z.maxLength(4096)), title: z.string().check(z.maxLength(300)) }),
  /** From a private window: memory only, no history. */
  isIncognito: z.boolean(),
});
export type SaveRequest = z.infer<typeof SaveRequest>;
