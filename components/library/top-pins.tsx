import type { TopPin } from '../../lib/messages/library-views.ts';
import { Select } from '../ui/select.tsx';
import { useWords } from '../ui/words.tsx';
import { useNumbers } from './formats.ts';
import { Thumbnail } from './job-card.tsx';
import { metricKey } from './metric-words.ts';
import type { AnalyticsModel, LibraryActions } from './model.ts';
import { Await } from './states.tsx';
import { topPinsOrders } from './top-pins-order.ts';

/** The account's best pins over the days. */
export function TopPins({ analytics, actions }: { analytics: AnalyticsModel; actions: LibraryActions }) {
  const t = useWords();
  const { top, topOrder } = analytics;
  return (
    <section class="library-group" aria-labelledby="top-pins">
      <div class="waiting-head">
        <h2 id="top-pins">{t('library.analytics.top')}</h2>
        <Select
          label={t('library.analytics.sortBy')}
          value={topOrder}
          onChange={(order) => {
            const chosen = topPinsOrders.find((each) => each === order);
            if (chosen) actions.chooseTopOrder(chosen);
          }}
        >
          {topPinsOrders.map((order) => (
            <option key={order} value={order}>
              {t(metricKey(order))}
            </option>
          ))}
        </Select>
      </div>
      <Await loaded={top} onRetry={() => actions.chooseTopOrder(topOrder)}>
        {(pins) =>
          pins.length === 0 ? (
            <p class="quiet">{t('library.analytics.noTop')}</p>
          ) : (
            <ol class="top-pins" aria-label={t('library.analytics.top')}>
              {pins.map((pin) => (
                <TopPinRow key={pin.pinId} top={pin} order={topOrder} />
              ))}
            </ol>
          )
        }
      </Await>
    </section>
  );
}

function TopPinRow({ top: { pinId, pin, values }, order }: { top: TopPin; order: string }) {
  const t = useWords();
  const numbers = useNumbers();
  const value = values[order];
  return (
    <li>
      <a href={`#analytics/${pinId}`}>
        <Thumbnail url={pin?.imageUrl} />
        <b dir="auto">{pin ? pin.title || t('library.pins.untitled') : t('library.analytics.gone')}</b>
        <span class="top-value">
          {value === null || value === undefined ? '–' : numbers.whole(value)}
          <small> {t(metricKey(order))}</small>
        </span>
      </a>
    </li>
  );
}
