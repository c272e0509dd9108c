import { computed, signal } from '@preact/signals';
import type { AnalyticsModel, LibraryActions, Loaded, PeriodChoice } from '../../components/library/model.ts';
import { type Series, seriesOf } from '../../lib/library/chart-data.ts';
import { csvOf } from '../../lib/library/csv.ts';
import { lastDays, type Period, periodBefore, problemOf as problemOfPeriod, reach } from '../../lib/library/period.ts';
import { askLibrary } from '../../lib/messages/ask-library.ts';
import type { TopPinsOrder } from '../../lib/messages/library.ts';
import type { Figures, LibraryPin, TopPin } from '../../lib/messages/library-views.ts';
import { translate } from '../../lib/words/translate.ts';
import { download } from './download.ts';
import { problemOf } from './problem.ts';

type FigureActions = Pick<LibraryActions, 'choosePeriod' | 'chooseTopOrder' | 'loadFiguresAgain' | 'exportFigures'>;

/** How the account or one pin does in a span of days. */
export function createAnalytics(now: () => number = Date.now) {
  const choice = signal<PeriodChoice>(30);
  const period = signal<Period>(lastDays(30, now()));
  const pinId = signal<string>();
  const pin = signal<Loaded<LibraryPin>>({ state: 'loading' });
  const series = signal<Loaded<readonly Series[]>>({ state: 'loading' });
  const lifetime = signal<Figures['lifetime']>({});
  const top = signal<Loaded<readonly TopPin[]>>({ state: 'loading' });
  const topOrder = signal<TopPinsOrder>('IMPRESSION');
  let turn = 0;
  let isOpen = false;

  const model = computed((): AnalyticsModel => {
    const problem = problemOfPeriod(period.value, now());
    return {
      choice: choice.value,
      period: period.value,
      ...(problem && { problem }),
      reach: reach(now()),
      ...(pinId.value !== undefined && { pin: pin.value }),
      series: series.value,
      lifetime: lifetime.value,
      top: top.value,
      topOrder: topOrder.value,
    };
  });

  /** Reads the figures, unless Pinterest would refuse the days. */
  async function load(): Promise<void> {
    if (!isOpen || problemOfPeriod(period.value, now())) return;
    const mine = ++turn;
    series.value = { state: 'loading' };
    const before = periodBefore(period.value, now());
    void loadTop();
    try {
      const ask = await asker();
      const [figures, figuresBefore] = await Promise.all([ask(period.value), before && ask(before)]);
      if (mine !== turn) return;
      lifetime.value = figures.lifetime;
      series.value = { state: 'ready', value: seriesOf(figures, figuresBefore) };
    } catch (error) {
      if (mine === turn) series.value = { state: 'failed', problem: problemOf(error) };
    }
  }

  /** A pin has to be known first: videos have figures of their own. */
  async function asker(): Promise<(days: Period) => Promise<Figures>> {
    const { value: id } = pinId;
    if (id === undefined) return (days) => askLibrary('accountFigures', days);
    const { value: known } = pin;
    const { isVideo } = known.state === 'ready' && known.value.id === id ? known.value : await readPin(id);
    return (days) => askLibrary('pinFigures', { pinId: id, isVideo, ...days });
  }

  async function readPin(id: string): Promise<LibraryPin> {
    pin.value = { state: 'loading' };
    const found = await askLibrary('libraryPin', id);
    if (pinId.value === id) pin.value = { state: 'ready', value: found };
    return found;
  }

  async function loadTop(): Promise<void> {
    if (pinId.value !== undefined) return;
    const mine = turn;
    const { value: sortBy } = topOrder;
    top.value = { state: 'loading' };
    const loaded = await askLibrary('topPins', { sortBy, ...period.value }).then(
      (value): Loaded<readonly TopPin[]> => ({ state: 'ready', value }),
      (error: unknown): Loaded<readonly TopPin[]> => ({ state: 'failed', problem: problemOf(error) }),
    );
    if (mine === turn && sortBy === topOrder.value) top.value = loaded;
  }

  const actions: FigureActions = {
    choosePeriod(next, own) {
      choice.value = next;
      if (next !== 'own') period.value = lastDays(next, now());
      else if (own) period.value = own;
      void load();
    },
    chooseTopOrder(order) {
      topOrder.value = order;
      void loadTop();
    },
    loadFiguresAgain: () => void load(),
    exportFigures() {
      if (series.value.state !== 'ready') return;
      const { startDate, endDate } = period.value;
      download(`tack-figures-${startDate}-${endDate}.csv`, 'text/csv', figuresCsv(series.value.value));
    },
  };

  return {
    model,
    /** Shows the figures of a pin, or of the account. */
    open(id?: string): void {
      isOpen = true;
      pinId.value = id;
      if (id !== undefined) pin.value = { state: 'loading' };
      void load();
    },
    close(): void {
      isOpen = false;
      turn++;
    },
    actions,
  };
}

function figuresCsv(series: readonly Series[]): string {
  const header = [
    translate('library.analytics.day'),
    ...series.map(({ metric }) => translate(`library.metric.${metric as 'SAVE'}`)),
    translate('library.analytics.ready'),
  ];
  const days = series.find(({ points }) => points.length > 0)?.points ?? [];
  const rows = days.map(({ date, isReady }, index) => [
    date,
    ...series.map(({ points }) => points[index]?.value),
    translate(isReady ? 'library.analytics.yes' : 'library.analytics.no'),
  ]);
  return csvOf([header, ...rows]);
}
