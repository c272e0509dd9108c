import * as z from 'zod/mini';
import { LinkUrl, PictureUrl } from '../page/candidate.ts';

/** One picture for Pinterest's own save window. */
export const WindowSave = z.strictObject({
  media: PictureUrl,
  url: LinkUrl,
  description: z.string().check(z.maxLength(1000)),
});
export type WindowSave = z.infer<typeof WindowSave>;
