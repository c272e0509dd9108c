import * as z from 'zod/mini';

/** The words of a pin; an empty link is none. */
export const Texts = z.strictObject({
  title: z.string().check(z.maxLength(100)),
  description: z.string().check(z.maxLength(800)),
  altText: z.string().check(z.maxLength(500)),
  link: z.string().check(
    z.maxLength(2048),
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
});
export type EditableSave = z.infer<typeof EditableSave>;

export const Edited = z.strictObject({ id: z.string().check(z.maxLength(64)), texts: Texts });
export type Edited = z.infer<typeof Edited>;
