import * as z from 'zod/mini';
import { Target } from '../save/request.ts';
import { textUpTo } from '../shapes.ts';

/** The words of a pin; an empty link is none. */
export const Texts = z.strictObject({
  title: textUpTo(100),
  description: textUpTo(800),
  altText: textUpTo(500),
  link: textUpTo(
    2048,
    z.refine((link) => link === '' || /^https?:\/\//i.test(link)),
  ),
});
export type Texts = z.infer<typeof Texts>;

/** A save whose words can be changed: before it is sent, or on its pin. */
export const EditableSave = z.strictObject({
  label: z.string(),
  isSaved: z.boolean(),
  /** A new pin can be made in the place of the old one: the picture has an address. */
  canReplace: z.boolean(),
  texts: Texts,
  /** The picture's address, where neither Pinterest nor we could read it without its page. */
  unreadUrl: z.optional(z.string()),
  /** The page to open for a picture that only it gives. */
  pageUrl: z.optional(z.string()),
  /** Where it goes, when that can still be changed. */
  boardId: z.optional(z.string()),
});
export type EditableSave = z.infer<typeof EditableSave>;

export const Edited = z.strictObject({
  id: textUpTo(64),
  texts: Texts,
  /** Another board for a save that was not sent. */
  target: z.optional(Target),
});
export type Edited = z.infer<typeof Edited>;
