import * as z from 'zod/mini';
import { dictionary } from '../shapes.ts';
import { AnswerId, loose } from './values.ts';

const Images = dictionary(z.object({ url: z.string(), width: loose(z.number()), height: loose(z.number()) }));

/** A pin as Pinterest answers it. Only its id is certain. */
export const Pin = z.object({
  id: AnswerId,
  /** UTC without a zone; read it with `parseTime`. */
  created_at: loose(z.string()),
  link: loose(z.string()),
  title: loose(z.string()),
  description: loose(z.string()),
  alt_text: loose(z.string()),
  dominant_color: loose(z.string()),
  creative_type: loose(z.string()),
  board_id: loose(AnswerId),
  board_section_id: loose(AnswerId),
  parent_pin_id: loose(AnswerId),
  is_owner: loose(z.boolean()),
  media: loose(z.object({ media_type: loose(z.string()), images: loose(Images) })),
  /** Figures by span (`90d`, `lifetime_metrics`), then by name. */
  pin_metrics: loose(dictionary(dictionary(z.number()))),
});
export type Pin = z.infer<typeof Pin>;
