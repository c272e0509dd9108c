import * as z from 'zod/mini';
import { LinkUrl, PictureUrl } from '../page/candidate.ts';
import { textUpTo } from '../shapes.ts';

/** One picture for Pinterest's own save window. */
export const WindowSave = z.strictObject({
  media: PictureUrl,
  url: LinkUrl,
  description: textUpTo(1000),
});
export type WindowSave = z.infer<typeof WindowSave>;
