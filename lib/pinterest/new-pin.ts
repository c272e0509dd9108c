import * as z from 'zod/mini';
import { Count } from '../shapes.ts';
import { Id, Text } from './values.ts';

const PublicUrl = z.string().check(z.refine((url) => /^https?:\/\//i.test(url)));
const ImageType = z.enum(['image/jpeg', 'image/png']);
/** Looks for what must not be there: the documented `^[…]+$` would keep a stack for megabytes. */
const Base64 = z.string().check(
  z.minLength(1),
  z.refine((data) => !/[^a-zA-Z0-9+/=]/.test(data)),
);
const itemTexts = {
  title: z.optional(Text(100)),
  description: z.optional(Text(800)),
  link: z.optional(Text(2048)),
};
const Several = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.minLength(2), z.maxLength(5));

/** Where the picture or video of a new pin comes from. */
export const MediaSource = z.union([
  z.strictObject({ source_type: z.literal('image_url'), url: PublicUrl, is_standard: z.optional(z.boolean()) }),
  z.strictObject({
    source_type: z.literal('image_base64'),
    content_type: ImageType,
    data: Base64,
    is_standard: z.optional(z.boolean()),
  }),
  z.strictObject({
    source_type: z.literal('multiple_image_urls'),
    items: Several(z.strictObject({ url: PublicUrl, ...itemTexts })),
    index: z.optional(Count),
  }),
  z.strictObject({
    source_type: z.literal('multiple_image_base64'),
    items: Several(z.strictObject({ content_type: ImageType, data: Base64, ...itemTexts })),
    index: z.optional(Count),
  }),
  z.strictObject({
    source_type: z.literal('video_id'),
    media_id: Id,
    cover_image_url: z.optional(PublicUrl),
    cover_image_content_type: z.optional(ImageType),
    cover_image_data: z.optional(Base64),
    cover_image_key_frame_time: z.optional(Count),
    is_standard: z.optional(z.boolean()),
  }),
]);
export type MediaSource = z.infer<typeof MediaSource>;

const pinTexts = {
  link: z.optional(z.nullable(Text(2048))),
  title: z.optional(z.nullable(Text(100))),
  description: z.optional(z.nullable(Text(800))),
  alt_text: z.optional(z.nullable(Text(500))),
};

/** A pin to be made. https://developers.pinterest.com/docs/api/v5/pins-create */
export const NewPin = z.strictObject({
  board_id: Id,
  board_section_id: z.optional(z.nullable(Id)),
  ...pinTexts,
  dominant_color: z.optional(z.nullable(z.string().check(z.regex(/^#[0-9a-f]{6}$/i)))),
  parent_pin_id: z.optional(z.nullable(Id)),
  media_source: MediaSource,
});
export type NewPin = z.infer<typeof NewPin>;

/** What of a pin can be changed: not its picture. https://developers.pinterest.com/docs/api/v5/pins-update */
export const PinChanges = z.strictObject({
  board_id: z.optional(Id),
  board_section_id: z.optional(z.nullable(Id)),
  ...pinTexts,
  carousel_slots: z.optional(z.array(z.strictObject(itemTexts))),
});
export type PinChanges = z.infer<typeof PinChanges>;
