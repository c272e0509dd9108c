import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Pin } from '../state.ts';
import type { World } from '../world.ts';
import { type ApiContext, type ApiEnv, allow, isOwn } from './access.ts';
import { checkLink } from './link.ts';
import { MediaSource, takeMedia } from './media-source.ts';
import { inOrder } from './order.ts';
import { ownBoard, ownPin, targetOf } from './owned.ts';
import { page } from './paging.ts';
import { pinAnswer } from './pin-answer.ts';
import { pinNotFound, Refusal, trialRefusal } from './refusal.ts';
import { body, Flag, Id, listOf, Paging, pathId, query } from './validate.ts';

const READ = { scopes: ['boards:read', 'pins:read'], category: 'org_read' } as const;
const WRITE = { scopes: ['boards:read', 'boards:write', 'pins:read', 'pins:write'], category: 'org_write' } as const;

const text = (max: number) => z.optional(z.nullable(z.string().check(z.maxLength(max))));
const texts = { title: text(100), description: text(800), alt_text: text(500), link: text(2048) };
const place = { board_id: z.optional(Id), board_section_id: z.optional(z.nullable(Id)) };

const PinCreate = z.strictObject({
  ...texts,
  ...place,
  dominant_color: z.optional(z.nullable(z.string())),
  parent_pin_id: z.optional(z.nullable(Id)),
  sponsor_id: z.optional(z.nullable(Id)),
  media_source: MediaSource,
});
const Slot = z.strictObject({
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  link: z.optional(z.string()),
});
const PinUpdate = z.strictObject({ ...texts, ...place, carousel_slots: z.optional(z.array(Slot)) });
const PinSave = z.strictObject({ board_id: z.optional(z.nullable(Id)), board_section_id: z.optional(z.nullable(Id)) });

export const CREATIVE_TYPES = [
  'REGULAR',
  'VIDEO',
  'SHOPPING',
  'CAROUSEL',
  'MAX_VIDEO',
  'SHOP_THE_PIN',
  'COLLECTION',
  'IDEA',
  'SHOWCASE',
  'QUIZ',
  'COLLAGE',
  'MAX_WIDTH_REGULAR_COLLECTION',
  'MAX_WIDTH_VIDEO_COLLECTION',
] as const;
const metrics = { pin_metrics: z.optional(Flag) };
const Listing = {
  ...Paging,
  ...metrics,
  pin_filter: z.optional(z.enum(['exclude_native', 'exclude_repins', 'has_been_promoted'])),
  include_protected_pins: z.optional(Flag),
  pin_type: z.optional(z.enum(['PRIVATE'])),
  creative_types: z.optional(listOf(CREATIVE_TYPES)),
};

/** /v5/pins. */
export function pinRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.post('/', allow(world, WRITE), async (context) => {
    query(context, {});
    const { call } = context.env;
    const wanted = await body(context, PinCreate);
    if (world.settings.app.tier === 'trial' && call.environment === 'production') throw trialRefusal();
    const target = targetOf(world, context, wanted.board_id, wanted.board_section_id);
    checkLink(world, wanted.link);
    const media = await takeMedia(world, wanted.media_source, call.environment, call.readAtMs);
    const pin: Pin = {
      ...owner(context),
      ...target,
      ...media,
      id: world.state.nextId('11'),
      title: rewritten(context, 'title', wanted.title),
      description: rewritten(context, 'description', wanted.description),
      altText: rewritten(context, 'alt_text', wanted.alt_text),
      link: rewritten(context, 'link', wanted.link),
      dominantColor: wanted.dominant_color ?? null,
      parentPinId: wanted.parent_pin_id ?? null,
      createdAtMs: Math.max(call.commitAtMs, world.clock.now()),
    };
    world.state.pins.set(pin.id, pin, pin.createdAtMs);
    return context.json(pinAnswer(pin), world.settings.createStatus);
  });

  routes.get('/', allow(world, READ), (context) => {
    const { bookmark, page_size, pin_metrics, creative_types } = query(context, Listing);
    const { call } = context.env;
    const secret = context.get('grant').scopes.includes('pins:read_secret');
    const pins = world.state.pins.list(call.readAtMs).filter((pin) => {
      const board = world.state.boards.get(pin.boardId, call.readAtMs);
      return isOwn(context, pin) && board !== undefined && (secret || board.privacy !== 'SECRET');
    });
    const ordered = inOrder(pins, 'newest-first').map((pin) => pinAnswer(pin, isTrue(pin_metrics)));
    const wanted = ordered.filter(
      (pin) => !creative_types || creative_types.some((type) => type === pin.creative_type),
    );
    return context.json(page(wanted, bookmark, page_size));
  });

  routes.get('/:pinId', allow(world, READ), (context) => {
    const pin = ownPin(world, context, pathId(context, 'pinId'));
    const { pin_metrics } = query(context, metrics);
    return context.json(pinAnswer(pin, isTrue(pin_metrics)));
  });

  routes.patch('/:pinId', allow(world, WRITE), async (context) => {
    const id = pathId(context, 'pinId');
    query(context, {});
    const change = await body(context, PinUpdate);
    const { app } = world.settings;
    const isTrial = app.tier === 'trial' && context.env.call.environment === 'production';
    if (!app.pinEdit || isTrial) {
      throw new Refusal(401, 3, 'Your application does not have access to this restricted feature: pin_edit');
    }
    const pin = ownPin(world, context, id);
    const target = change.board_id
      ? targetOf(world, context, change.board_id, change.board_section_id)
      : movedSection(context, pin, change.board_section_id);
    checkLink(world, change.link);
    const changed: Pin = {
      ...pin,
      ...target,
      title: change.title === undefined ? pin.title : change.title,
      description: change.description === undefined ? pin.description : change.description,
      altText: change.alt_text === undefined ? pin.altText : change.alt_text,
      link: change.link === undefined ? pin.link : change.link,
    };
    world.state.pins.set(id, changed, context.env.call.commitAtMs);
    return context.json(pinAnswer(changed));
  });

  routes.delete('/:pinId', allow(world, WRITE), (context) => {
    const pin = ownPin(world, context, pathId(context, 'pinId'));
    query(context, {});
    world.state.pins.delete(pin.id, context.env.call.commitAtMs);
    return context.body(null, 204);
  });

  routes.post('/:pinId/save', allow(world, WRITE), async (context) => {
    const { call } = context.env;
    const id = pathId(context, 'pinId');
    query(context, {});
    const wanted = await body(context, PinSave);
    const source = world.state.pins.get(id, call.readAtMs);
    if (source?.environment !== call.environment) throw pinNotFound();
    const target = targetOf(world, context, wanted.board_id ?? undefined, wanted.board_section_id);
    const pin: Pin = {
      ...source,
      ...owner(context),
      ...target,
      id: world.state.nextId('11'),
      parentPinId: source.id,
      createdAtMs: Math.max(call.commitAtMs, world.clock.now()),
    };
    world.state.pins.set(pin.id, pin, pin.createdAtMs);
    return context.json(pinAnswer(pin), 201);
  });

  function movedSection(context: ApiContext, pin: Pin, sectionId: string | null | undefined) {
    if (sectionId === undefined) return {};
    return targetOf(world, context, ownBoard(world, context, pin.boardId).id, sectionId);
  }

  return routes;
}

function owner(context: ApiContext) {
  return { account: context.get('grant').account, environment: context.env.call.environment };
}

function rewritten(context: ApiContext, field: string, given: string | null | undefined): string | null {
  const rewrite = context.env.call.rewrites[field];
  return rewrite === undefined ? (given ?? null) : rewrite.replaceAll('$', () => given ?? '');
}

export function isTrue(flag: string | undefined): boolean {
  return flag?.toLowerCase() === 'true';
}
