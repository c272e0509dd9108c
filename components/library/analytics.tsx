import { ChevronLeft, Download } from 'lucide-preact';
import type { AccountView } from '../../lib/messages/views.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../ui/words.tsx';
import { FiguresTable } from './figures-table.tsx';
import { useDates } from './formats.ts';
import type { LibraryProps } from './library.tsx';
import { MetricCard } from './metric-card.tsx';
import type { AnalyticsModel } from './model.ts';
import { PeriodFields } from './period-fields.tsx';
import { Await, Empty } from './states.tsx';
import { TopPins } from './top-pins.tsx';
import './analytics.css';

/** How the account or one pin does, over some days. */
export function Analytics({ model, actions, account }: LibraryProps & { account: AccountView }) {
  const t = useWords();
  const { analytics, facts } = model;
  const { pin, series } = analytics;
  const isPersonal = facts.state === 'ready' && facts.value.isBusiness === false;
  const pinTitle = pin?.state === 'ready' ? pin.value.title || t('library.pins.untitled') : t('library.analytics.pin');
  return (
    <>
      {pin && (
        <a class="library-back" href="#analytics">
          <ChevronLeft size={16} aria-hidden="true" />
          {t('library.analytics.account')}
        </a>
      )}
      <div class="library-head">
        <h1 tabIndex={-1} dir="auto">
          {pin ? pinTitle : t('library.nav.analytics')}
        </h1>
      </div>
      {account.environment === 'sandbox' ? (
        <Empty title={t('library.analytics.sandboxTitle')} text={t('library.analytics.sandboxText')} />
      ) : (
        <>
          {isPersonal && <Notice tone="info">{t('library.analytics.personal')}</Notice>}
          <PinNote analytics={analytics} />
          <PeriodFields analytics={analytics} onChoose={actions.choosePeriod} />
          {!analytics.problem && (
            <>
              <Await loaded={series} onRetry={actions.loadFiguresAgain}>
                {(metrics) =>
                  metrics.length === 0 ? (
                    <Empty title={t('library.analytics.none')} text={t('library.analytics.noneText')} />
                  ) : (
                    <>
                      <div class="metrics">
                        {metrics.map((metric) => (
                          <MetricCard key={metric.metric} series={metric} days={daysOf(analytics)} />
                        ))}
                      </div>
                      <div class="figures-tools">
                        <Button look="chip" onClick={actions.exportFigures}>
                          <Download size={14} aria-hidden="true" />
                          {t('library.analytics.csv')}
                        </Button>
                        <p class="quiet small">{t('library.analytics.utc')}</p>
                      </div>
                      <FiguresTable series={metrics} lifetime={analytics.lifetime} />
                    </>
                  )
                }
              </Await>
              {!pin && <TopPins analytics={analytics} actions={actions} />}
            </>
          )}
        </>
      )}
    </>
  );
}

const dayMs = 24 * 3600_000;
/** Pinterest's figures come a day or two late. */
const youngMs = 2 * dayMs;

/** A pin that is too new for figures, or newer than the days that were asked for. */
function PinNote({ analytics: { pin, period } }: { analytics: AnalyticsModel }) {
  const t = useWords();
  const dates = useDates();
  const createdAtMs = pin?.state === 'ready' ? pin.value.createdAtMs : undefined;
  if (createdAtMs === undefined) return null;
  if (Date.now() - createdAtMs < youngMs) return <Notice tone="info">{t('library.analytics.tooNew')}</Notice>;
  if (createdAtMs <= Date.parse(period.startDate) + dayMs) return null;
  return <p class="quiet small">{t('library.analytics.since', dates.day(createdAtMs))}</p>;
}

function daysOf({ period }: AnalyticsModel): number {
  return Math.round((Date.parse(period.endDate) - Date.parse(period.startDate)) / dayMs) + 1;
}
