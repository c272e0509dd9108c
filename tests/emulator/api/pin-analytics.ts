import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Pin } from '../state.ts';
import type { World } from '../world.ts';
import { type ApiEnv, allow, isOwn } from './access.ts';
import { AppTypes, dailyMetrics, daysOf, Range, summaryMetrics } from './metrics.ts';
import { ownPin } from './owned.ts';
import { pinNotFound, Refusal } from './refusal.ts';
import { listOf, pathId, query } from './validate.ts';

const NEEDS = { scopes: ['boards:read', 'pins:read'], category: 'org_analytics', isInSandbox: false } as const;
const LIFETIME = ['TOTAL_COMMENTS', 'TOTAL_REACTIONS'];
const METRICS = [
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'SAVE',
  'SAVE_RATE',
  'TOTAL_COMMENTS',
  'TOTAL_REACTIONS',
  'USER_FOLLOW',
  'PROFILE_VISIT',
  'VIDEO_MRC_VIEW',
  'VIDEO_10S_VIEW',
  'QUARTILE_95_PERCENT_VIEW',
  'VIDEO_V50_WATCH_TIME',
  'VIDEO_START',
  'VIDEO_AVG_WATCH_TIME',
] as const;
const Wanted = { ...Range, metric_types: listOf(METRICS), app_types: AppTypes };
const Ids = z.string().check(z.regex(/^\d+(,\d+){0,99}$/));

/** Analytics of one pin, and of up to a hundred (a beta). */
export function pinAnalyticsRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/analytics', allow(world, NEEDS), (context) => {
    const wanted = query(context, { ...Wanted, pin_ids: Ids });
    if (!world.settings.app.multiPinAnalytics) {
      throw new Refusal(401, 3, 'Your application does not have access to this restricted feature.');
    }
    const days = daysOf(world, wanted);
    const answers = wanted.pin_ids.split(',').map((id) => {
      const pin = world.state.pins.get(id, context.env.call.readAtMs);
      if (!pin) throw pinNotFound();
      if (!isOwn(context, pin)) throw new Refusal(401, 7, 'Not authorized to access board or Pin.');
      return [id, answer(pin, days, wanted.metric_types)];
    });
    return context.json(Object.fromEntries(answers));
  });

  routes.get('/:pinId/analytics', allow(world, NEEDS), (context) => {
    const pin = ownPin(world, context, pathId(context, 'pinId'));
    const split_field = z.optional(z.enum(['NO_SPLIT', 'APP_TYPE']));
    const wanted = query(context, { ...Wanted, split_field });
    return context.json(answer(pin, daysOf(world, wanted), wanted.metric_types));
  });

  return routes;
}

function answer(pin: Pin, days: string[], metrics: readonly string[]) {
  const video = metrics.find((metric) => metric.startsWith('VIDEO_') || metric.startsWith('QUARTILE_'));
  if (video && !pin.mediaId) throw new Refusal(400, 1, `Metric ${video} is not available for this Pin.`);
  const counted = metrics.filter((metric) => !LIFETIME.includes(metric));
  const lifetime = metrics.filter((metric) => LIFETIME.includes(metric));
  return {
    all: {
      daily_metrics: dailyMetrics(pin.id, days, counted),
      summary_metrics: summaryMetrics(pin.id, days, counted),
      lifetime_metrics: summaryMetrics(pin.id, days, lifetime),
    },
  };
}
