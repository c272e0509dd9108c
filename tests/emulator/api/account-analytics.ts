import { Hono } from 'hono';
import * as z from 'zod/mini';
import { hashText } from '../random.ts';
import type { World } from '../world.ts';
import { type ApiContext, type ApiEnv, allow, isOwn } from './access.ts';
import { AppTypes, dailyMetrics, daysOf, Range, summaryMetrics } from './metrics.ts';
import { integer, listOf, query } from './validate.ts';

const NEEDS = { scopes: ['user_accounts:read'], category: 'org_analytics', isInSandbox: false } as const;
const TOP_NEEDS = {
  scopes: ['pins:read', 'user_accounts:read'],
  category: 'org_analytics',
  isInSandbox: false,
} as const;

const METRICS = [
  'ENGAGEMENT',
  'ENGAGEMENT_RATE',
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'OUTBOUND_CLICK_RATE',
  'PIN_CLICK',
  'PIN_CLICK_RATE',
  'SAVE',
  'SAVE_RATE',
] as const;
const VIDEO_METRICS = [
  'IMPRESSION',
  'SAVE',
  'VIDEO_MRC_VIEW',
  'VIDEO_AVG_WATCH_TIME',
  'VIDEO_V50_WATCH_TIME',
  'QUARTILE_95_PERCENT_VIEW',
  'VIDEO_10S_VIEW',
  'VIDEO_START',
  'OUTBOUND_CLICK',
] as const;
const FORMATS = [
  'ALL',
  'ORGANIC_IMAGE',
  'ORGANIC_PRODUCT',
  'ORGANIC_VIDEO',
  'ADS_STANDARD',
  'ADS_PRODUCT',
  'ADS_VIDEO',
  'ADS_IDEA',
] as const;

const Filters = {
  ...Range,
  from_claimed_content: z.optional(z.enum(['OTHER', 'CLAIMED', 'BOTH'])),
  pin_format: z.optional(z.enum(FORMATS)),
  app_types: AppTypes,
  content_type: z.optional(z.enum(['ALL', 'PAID', 'ORGANIC'])),
  source: z.optional(z.enum(['ALL', 'YOUR_PINS', 'OTHER_PINS'])),
};
const Split = z.optional(z.enum(['NO_SPLIT', 'APP_TYPE', 'OWNED_CONTENT', 'SOURCE', 'PIN_FORMAT']));
const Top = {
  ...Filters,
  num_of_pins: z.optional(integer(1, 50)),
  created_in_last_n_days: z.optional(integer(30, 30)),
};

/** /v5/user_account/analytics and its two lists of top pins. */
export function accountAnalyticsRoutes(world: World): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();

  routes.get('/', allow(world, NEEDS), (context) => {
    const wanted = query(context, { ...Filters, metric_types: z.optional(listOf(METRICS)), split_field: Split });
    const days = daysOf(world, wanted);
    const metrics = wanted.metric_types ?? METRICS;
    const { account } = context.get('grant');
    const daily_metrics = dailyMetrics(account, days, metrics);
    return context.json({ all: { daily_metrics, summary_metrics: summaryMetrics(account, days, metrics) } });
  });

  routes.get('/top_pins', allow(world, TOP_NEEDS), (context) => {
    const sort_by = z.enum(['ENGAGEMENT', 'IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE']);
    const wanted = query(context, { ...Top, sort_by, metric_types: z.optional(listOf(METRICS)) });
    const days = daysOf(world, wanted);
    const pins = ownPins(context).map(({ id }) => ({
      pin_id: id,
      metrics: summaryMetrics(id, days, wanted.metric_types ?? METRICS),
    }));
    return context.json(topAnswer(wanted.sort_by, pins, wanted.num_of_pins));
  });

  routes.get('/top_video_pins', allow(world, TOP_NEEDS), (context) => {
    const wanted = query(context, {
      ...Top,
      sort_by: z.enum(VIDEO_METRICS),
      metric_types: z.optional(listOf(VIDEO_METRICS)),
    });
    const days = daysOf(world, wanted);
    const pins = ownPins(context)
      .filter(({ mediaId }) => mediaId !== null)
      .map(({ id }) => ({ pin_id: id, metrics: summaryMetrics(id, days, wanted.metric_types ?? VIDEO_METRICS) }));
    return context.json(topAnswer(wanted.sort_by, pins, wanted.num_of_pins));
  });

  function ownPins(context: ApiContext) {
    return world.state.pins.list(context.env.call.readAtMs).filter((pin) => isOwn(context, pin));
  }

  function topAnswer(sortBy: string, pins: { pin_id: string; metrics: Record<string, number> }[], count = 10) {
    const sorted = pins.toSorted((a, b) => rank(b, sortBy) - rank(a, sortBy)).slice(0, count);
    return {
      date_availability: { latest_available_timestamp: world.clock.now(), is_realtime: false },
      sort_by: sortBy,
      pins: sorted.map((pin) => ({
        ...pin,
        data_status: Object.fromEntries(Object.keys(pin.metrics).map((metric) => [metric, 'READY'])),
      })),
    };
  }

  return routes;
}

function rank({ pin_id, metrics }: { pin_id: string; metrics: Record<string, number> }, sortBy: string): number {
  return metrics[sortBy] ?? hashText(pin_id) / 2 ** 32;
}
