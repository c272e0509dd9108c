import * as z from 'zod/mini';
import type { Scope } from '../account/scopes.ts';
import { intFrom } from '../shapes.ts';
import type { Pinterest } from './client.ts';
import { checkDates, type DateRange } from './dates.ts';
import { AccountMetric, Analytics, AppTypes, PinMetric, PinsAnalytics, TopPins } from './metrics.ts';
import { type CallOptions, send } from './request.ts';
import { check, Id } from './values.ts';

const ofPins: readonly Scope[] = ['boards:read', 'pins:read'];
const category = 'org_analytics';

const PinQuestion = z.strictObject({
  metrics: z.array(PinMetric).check(z.minLength(1)),
  appTypes: z.optional(AppTypes),
  splitField: z.optional(z.enum(['NO_SPLIT', 'APP_TYPE'])),
});
/** Which figures of a pin. */
export type PinQuestion = z.infer<typeof PinQuestion>;

/** How one pin does. Not in the sandbox. https://developers.pinterest.com/docs/api/v5/pins-analytics */
export async function getPinAnalytics(
  pinterest: Pinterest,
  pinId: string,
  dates: DateRange,
  question: PinQuestion,
  options: CallOptions = {},
): Promise<Analytics> {
  const path = `/pins/${check(Id, pinId)}/analytics`;
  const { metrics, appTypes, splitField } = check(PinQuestion, question);
  const query = {
    ...checkDates(pinterest, dates),
    metric_types: metrics,
    app_types: appTypes,
    split_field: splitField,
  };
  return send(pinterest, { method: 'GET', path, query, answer: Analytics, category, scopes: ofPins }, options);
}

const SeveralPins = z.array(Id).check(z.minLength(1), z.maxLength(100));

/**
 * How up to 100 pins do, by pin id; pins without figures are left out. A beta at Pinterest: `feature-not-granted` when
 * the app does not have it. https://developers.pinterest.com/docs/api/v5/multi_pins-analytics
 */
export async function getPinsAnalytics(
  pinterest: Pinterest,
  pinIds: readonly string[],
  dates: DateRange,
  question: Omit<PinQuestion, 'splitField'>,
  options: CallOptions = {},
): Promise<PinsAnalytics> {
  const { metrics, appTypes } = check(PinQuestion, question);
  const query = {
    pin_ids: check(SeveralPins, pinIds),
    ...checkDates(pinterest, dates),
    metric_types: metrics,
    app_types: appTypes,
  };
  const operation = { method: 'GET', path: '/pins/analytics', answer: PinsAnalytics, category } as const;
  return send(pinterest, { ...operation, query, scopes: ofPins }, options);
}

const accountFilter = {
  metrics: z.optional(z.array(AccountMetric).check(z.minLength(1))),
  appTypes: z.optional(AppTypes),
  fromClaimedContent: z.optional(z.enum(['OTHER', 'CLAIMED', 'BOTH'])),
  contentType: z.optional(z.enum(['ALL', 'PAID', 'ORGANIC'])),
  source: z.optional(z.enum(['ALL', 'YOUR_PINS', 'OTHER_PINS'])),
  pinFormat: z.optional(
    z.enum([
      'ALL',
      'ORGANIC_IMAGE',
      'ORGANIC_PRODUCT',
      'ORGANIC_VIDEO',
      'ADS_STANDARD',
      'ADS_PRODUCT',
      'ADS_VIDEO',
      'ADS_IDEA',
    ]),
  ),
};
const AccountQuestion = z.strictObject({
  ...accountFilter,
  splitField: z.optional(z.enum(['NO_SPLIT', 'APP_TYPE', 'OWNED_CONTENT', 'SOURCE', 'PIN_FORMAT'])),
});
/** Which figures of the account; all of them by default. */
export type AccountQuestion = z.infer<typeof AccountQuestion>;

/** How the account does. Not in the sandbox. https://developers.pinterest.com/docs/api/v5/user_account-analytics */
export async function getAccountAnalytics(
  pinterest: Pinterest,
  dates: DateRange,
  question: AccountQuestion = {},
  options: CallOptions = {},
): Promise<Analytics> {
  const { splitField, ...filter } = check(AccountQuestion, question);
  const query = { ...checkDates(pinterest, dates), ...filterQuery(filter), split_field: splitField };
  const operation = { method: 'GET', path: '/user_account/analytics', answer: Analytics, category } as const;
  return send(pinterest, { ...operation, query, scopes: ['user_accounts:read'] }, options);
}

const TopPinsQuestion = z.strictObject({
  ...accountFilter,
  sortBy: z.enum(['ENGAGEMENT', 'IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE']),
  count: z.optional(intFrom(1, 50)),
  createdInLast30Days: z.optional(z.boolean()),
});
/** By what the top pins are chosen. */
export type TopPinsQuestion = z.infer<typeof TopPinsQuestion>;

/** The account's best pins, at most 50. https://developers.pinterest.com/docs/api/v5/user_account-analytics-top_pins */
export async function getTopPins(
  pinterest: Pinterest,
  dates: DateRange,
  question: TopPinsQuestion,
  options: CallOptions = {},
): Promise<TopPins> {
  const { sortBy, count, createdInLast30Days, ...filter } = check(TopPinsQuestion, question);
  const query = {
    ...checkDates(pinterest, dates),
    ...filterQuery(filter),
    sort_by: sortBy,
    num_of_pins: count,
    created_in_last_n_days: createdInLast30Days ? 30 : undefined,
  };
  const operation = { method: 'GET', path: '/user_account/analytics/top_pins', answer: TopPins, category } as const;
  return send(pinterest, { ...operation, query, scopes: ['pins:read', 'user_accounts:read'] }, options);
}

function filterQuery(filter: Omit<AccountQuestion, 'splitField'>) {
  return {
    metric_types: filter.metrics,
    app_types: filter.appTypes,
    from_claimed_content: filter.fromClaimedContent,
    content_type: filter.contentType,
    source: filter.source,
    pin_format: filter.pinFormat,
  };
}
