import * as z from 'zod/mini';
import type { Environment } from '../call.ts';
import { takeBytes, takeUrl } from '../pictures/take.ts';
import type { Pin, Slot } from '../state.ts';
import type { World } from '../world.ts';
import { invalid, Refusal } from './refusal.ts';
import { Id } from './validate.ts';

const ContentType = z.enum(['image/jpeg', 'image/png']);
const Base64 = z.string().check(z.regex(/^[a-zA-Z0-9+/=]+$/));
const isStandard = z.optional(z.boolean());
const texts = { title: z.optional(z.string()), description: z.optional(z.string()), link: z.optional(z.string()) };
const index = z.optional(z.int().check(z.minimum(0)));
const items = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.array(z.strictObject({ ...shape, ...texts })).check(z.minLength(2), z.maxLength(5));

/** `media_source` of POST /pins: where a pin's picture or video comes from. */
export const MediaSource = z.discriminatedUnion('source_type', [
  z.strictObject({ source_type: z.literal('image_url'), url: z.string(), is_standard: isStandard }),
  z.strictObject({
    source_type: z.literal('image_base64'),
    content_type: ContentType,
    data: Base64,
    is_standard: isStandard,
  }),
  z.strictObject({ source_type: z.literal('multiple_image_urls'), items: items({ url: z.string() }), index }),
  z.strictObject({
    source_type: z.literal('multiple_image_base64'),
    items: items({ content_type: ContentType, data: Base64 }),
    index,
  }),
  z.strictObject({
    source_type: z.literal('video_id'),
    media_id: Id,
    cover_image_url: z.optional(z.string()),
    cover_image_content_type: z.optional(ContentType),
    cover_image_data: z.optional(Base64),
    cover_image_key_frame_time: z.optional(z.int().check(z.minimum(0))),
    is_standard: isStandard,
  }),
  z.strictObject({ source_type: z.literal('pin_url'), is_affiliate_link: z.optional(z.boolean()) }),
]);
export type MediaSource = z.infer<typeof MediaSource>;

type Taken = Pick<Pin, 'sourceType' | 'isStandard' | 'picture' | 'pictureUrl' | 'slots' | 'mediaId'>;

/** Fetches or decodes what the source names, or refuses it as Pinterest does. */
export async function takeMedia(
  world: World,
  source: MediaSource,
  environment: Environment,
  atMs: number,
): Promise<Taken> {
  const taken: Taken = {
    sourceType: source.source_type,
    isStandard: 'is_standard' in source ? (source.is_standard ?? true) : true,
    picture: null,
    pictureUrl: null,
    slots: [],
    mediaId: null,
  };
  switch (source.source_type) {
    case 'image_url':
      return { ...taken, pictureUrl: source.url, picture: await takeUrl(world, source.url, environment) };
    case 'image_base64':
      return { ...taken, picture: await takeBytes(world, source.content_type, source.data) };
    case 'multiple_image_urls':
    case 'multiple_image_base64': {
      const slots = await takeSlots(world, source, environment);
      return { ...taken, slots, picture: slots[source.index ?? 0]?.picture ?? slots[0]?.picture ?? null };
    }
    case 'video_id':
      return { ...taken, mediaId: source.media_id, ...(await takeVideo(world, source, environment, atMs)) };
    case 'pin_url':
      throw new Refusal(401, 3, 'Your application does not have access to this restricted feature: pin_url');
  }
}

type MultipleSource = Extract<MediaSource, { items: unknown }>;

async function takeSlots(world: World, source: MultipleSource, environment: Environment): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (const item of source.items) {
    const picture =
      'url' in item
        ? await takeUrl(world, item.url, environment)
        : await takeBytes(world, item.content_type, item.data);
    const { title = null, description = null, link = null } = item;
    slots.push({ picture, title, description, link });
  }
  const ratios = slots.map(({ picture }) => picture.widthPx / picture.heightPx);
  if (Math.max(...ratios) / Math.min(...ratios) > 1.02) {
    throw new Refusal(400, 1, 'Images must have the same width/height ratios');
  }
  return slots;
}

async function takeVideo(
  world: World,
  source: Extract<MediaSource, { media_id: string }>,
  environment: Environment,
  atMs: number,
) {
  const media = world.state.media.get(source.media_id, atMs);
  if (media?.environment !== environment) throw new Refusal(404, 1, 'Media upload not found');
  if (media.status !== 'succeeded') throw new Refusal(400, 1, 'The video is not ready yet.');
  const { cover_image_url: url, cover_image_content_type: type, cover_image_data: data } = source;
  if (url) return { picture: await takeUrl(world, url, environment), pictureUrl: url };
  if (type && data) return { picture: await takeBytes(world, type, data) };
  if (source.cover_image_key_frame_time !== undefined) return {};
  throw invalid('cover_image_url or cover_image_content_type and cover_image_data are required');
}
