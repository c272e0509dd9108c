import type { Figures, LibraryPin } from '../../lib/messages/library-views.ts';
import type { LibraryHandlers } from '../../lib/messages/serve.ts';
import { getAccountAnalytics, getPinAnalytics, getTopPins } from '../../lib/pinterest/analytics.ts';
import type { Pinterest } from '../../lib/pinterest/client.ts';
import type { AccountMetric, Analytics, PinMetric } from '../../lib/pinterest/metrics.ts';
import { getPin } from '../../lib/pinterest/pins.ts';
import type { Accounts } from './accounts.ts';
import { whoAsks } from './library-boards.ts';
import { pinView } from './library-pins.ts';

const pinMetrics: readonly PinMetric[] = [
  'IMPRESSION',
  'SAVE',
  'PIN_CLICK',
  'OUTBOUND_CLICK',
  'TOTAL_COMMENTS',
  'TOTAL_REACTIONS',
];
const videoMetrics: readonly PinMetric[] = [
  'VIDEO_START',
  'VIDEO_10S_VIEW',
  'VIDEO_MRC_VIEW',
  'QUARTILE_95_PERCENT_VIEW',
];
const accountMetrics: AccountMetric[] = ['IMPRESSION', 'ENGAGEMENT', 'SAVE', 'PIN_CLICK', 'OUTBOUND_CLICK'];
const topCount = 10;

/** How pins and the account do, asked anew each time. */
export function analyticsHandlers(
  accounts: Accounts,
): Pick<LibraryHandlers, 'pinFigures' | 'accountFigures' | 'topPins'> {
  const client = async () => (await whoAsks(accounts)).pinterest;
  return {
    async pinFigures({ pinId, isVideo, ...dates }) {
      // Video metrics of a pin with a picture are refused.
      const metrics = isVideo ? [...pinMetrics, ...videoMetrics] : [...pinMetrics];
      return figuresOf(await getPinAnalytics(await client(), pinId, dates, { metrics }));
    },
    async accountFigures(dates) {
      return figuresOf(await getAccountAnalytics(await client(), dates, { metrics: accountMetrics }));
    },
    async topPins({ sortBy, ...dates }) {
      const pinterest = await client();
      const question = { sortBy, count: topCount, metrics: accountMetrics };
      const { pins } = await getTopPins(pinterest, dates, question);
      return Promise.all(
        pins.map(async ({ pin_id: pinId, metrics }) => {
          const pin = await readPin(pinterest, pinId);
          return { pinId, values: metrics ?? {}, ...(pin && { pin }) };
        }),
      );
    },
  };
}

/** One of the best pins may be gone by now: its figures are shown without it. */
async function readPin(pinterest: Pinterest, pinId: string): Promise<LibraryPin | undefined> {
  return getPin(pinterest, pinId).then(pinView, () => undefined);
}

/** The one series of an answer that was not split. */
function figuresOf(analytics: Analytics): Figures {
  const series = analytics['all'] ?? Object.values(analytics)[0];
  return {
    days: (series?.daily_metrics ?? []).map(({ date, data_status: status, metrics }) => ({
      date,
      isReady: !status || status === 'READY',
      values: metrics ?? {},
    })),
    totals: series?.summary_metrics ?? {},
    lifetime: series?.lifetime_metrics ?? {},
  };
}
