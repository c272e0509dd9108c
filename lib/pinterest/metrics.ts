import * as z from 'zod/mini';
import { dictionary } from '../shapes.ts';
import { AnswerId, loose } from './values.ts';

/** Figures by name; null where Pinterest has none. */
const Metrics = dictionary(z.catch(z.nullable(z.number()), null));

/** Figures of a span. Which part holds a figure differs: reactions and comments are in `lifetime_metrics` only. */
const Series = z.object({
  daily_metrics: loose(
    z.array(z.object({ date: z.string(), data_status: loose(z.string()), metrics: loose(Metrics) })),
  ),
  summary_metrics: loose(Metrics),
  lifetime_metrics: loose(Metrics),
});

/** Series by split: `all` when nothing was split. */
export const Analytics = dictionary(Series);
export type Analytics = z.infer<typeof Analytics>;

/** Analytics by pin; pins without figures are left out. */
export const PinsAnalytics = dictionary(Analytics);
export type PinsAnalytics = z.infer<typeof PinsAnalytics>;

export const TopPins = z.object({
  pins: z.array(z.object({ pin_id: AnswerId, metrics: loose(Metrics) })),
  date_availability: loose(
    z.object({ latest_available_timestamp: loose(z.number()), is_realtime: loose(z.boolean()) }),
  ),
});
export type TopPins = z.infer<typeof TopPins>;

const standard = [
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'PIN_CLICK',
  'SAVE',
  'SAVE_RATE',
  'TOTAL_COMMENTS',
  'TOTAL_REACTIONS',
] as const;

/** What can be asked of a pin. Video metrics of a pin with a picture are refused. */
export const PinMetric = z.enum([
  ...standard,
  'USER_FOLLOW',
  'PROFILE_VISIT',
  'VIDEO_MRC_VIEW',
  'VIDEO_10S_VIEW',
  'QUARTILE_95_PERCENT_VIEW',
  'VIDEO_V50_WATCH_TIME',
  'VIDEO_START',
  'VIDEO_AVG_WATCH_TIME',
]);
export type PinMetric = z.infer<typeof PinMetric>;

/** What can be asked of an account. */
export const AccountMetric = z.enum([
  'ENGAGEMENT',
  'ENGAGEMENT_RATE',
  'IMPRESSION',
  'OUTBOUND_CLICK',
  'OUTBOUND_CLICK_RATE',
  'PIN_CLICK',
  'PIN_CLICK_RATE',
  'SAVE',
  'SAVE_RATE',
]);
export type AccountMetric = z.infer<typeof AccountMetric>;

export const AppTypes = z.enum(['ALL', 'MOBILE', 'TABLET', 'WEB']);
