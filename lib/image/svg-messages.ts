import * as z from 'zod/mini';
import { textUpTo } from '../shapes.ts';

/** The channel between the worker and the offscreen document; only pages of the extension's own origin can join it. */
export const svgChannel = 'draw-svg';

const Id = textUpTo(40);

/** The worker asks; `id` pairs the answer with it. Blobs cross a BroadcastChannel as they are, without base64. */
export const SvgRequest = z.strictObject({ id: Id, svg: z.instanceof(Blob) });
export type SvgRequest = z.infer<typeof SvgRequest>;

/** The document answers with a PNG, or with the code of its failure. */
export const SvgAnswer = z.union([
  z.strictObject({ id: Id, png: z.instanceof(Blob) }),
  z.strictObject({ id: Id, code: textUpTo(40) }),
]);
export type SvgAnswer = z.infer<typeof SvgAnswer>;
