import { Download, History } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { HistoryLine } from '../../lib/messages/library-views.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { Ask } from './ask.tsx';
import { useDates } from './formats.ts';
import { Thumbnail } from './job-card.tsx';
import type { LibraryProps } from './library.tsx';
import type { HistoryModel, LibraryActions } from './model.ts';
import { Await, Empty } from './states.tsx';
import './saves.css';
import './plain-field.css';

const atOnce = 100;

/** What was saved, as this browser remembers it. */
export function HistoryPage({ model: { history }, actions }: LibraryProps) {
  const t = useWords();
  const plural = usePlural();
  const [isClearing, setClearing] = useState(false);
  const [shownCount, setShownCount] = useState(atOnce);
  const { found } = history;
  return (
    <>
      <div class="library-head">
        <h1 tabIndex={-1}>{t('library.nav.history')}</h1>
      </div>
      <Await loaded={history.lines}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty
              title={t('library.history.none')}
              text={t('library.history.noneText')}
              icon={<History size={28} />}
            />
          ) : (
            <>
              <Filters history={history} actions={actions} />
              <div class="waiting-head">
                <p role="status">{plural('library.history.count', found.length)}</p>
                <Button look="chip" onClick={() => actions.exportHistory('csv')}>
                  <Download size={14} aria-hidden="true" />
                  {t('library.history.csv')}
                </Button>
                <Button look="chip" onClick={() => actions.exportHistory('json')}>
                  <Download size={14} aria-hidden="true" />
                  {t('library.history.json')}
                </Button>
                <Button look="chip" onClick={() => setClearing(true)}>
                  {t('library.history.clear')}
                </Button>
              </div>
              <ul class="history" aria-label={t('library.nav.history')}>
                {found.slice(0, shownCount).map((line) => (
                  <Line key={line.id} line={line} />
                ))}
              </ul>
              {found.length > shownCount && (
                <div class="library-more">
                  <Button look="chip" onClick={() => setShownCount(shownCount + atOnce)}>
                    {t('library.more')}
                  </Button>
                </div>
              )}
              {isClearing && (
                <Ask
                  title={t('library.history.clearTitle')}
                  yes={t('library.history.clear')}
                  onYes={actions.clearHistory}
                  onDone={() => setClearing(false)}
                  onClose={() => setClearing(false)}
                >
                  <p>{t('library.history.clearText')}</p>
                </Ask>
              )}
            </>
          )
        }
      </Await>
    </>
  );
}

function Filters({ history, actions }: { history: HistoryModel; actions: LibraryActions }) {
  const t = useWords();
  const { query, sites, boards } = history;
  const change = (part: Partial<typeof query>) => actions.changeQuery({ ...query, ...part });
  return (
    <search class="history-filters">
      <label class="plain-field">
        <span>{t('library.history.words')}</span>
        <input type="search" value={query.words} onInput={(event) => change({ words: event.currentTarget.value })} />
      </label>
      <Select label={t('library.history.site')} value={query.site} onChange={(site) => change({ site })}>
        <option value="">{t('library.history.everySite')}</option>
        {sites.map((site) => (
          <option key={site}>{site}</option>
        ))}
      </Select>
      <Select label={t('library.field.board')} value={query.board} onChange={(board) => change({ board })}>
        <option value="">{t('library.history.everyBoard')}</option>
        {boards.map((board) => (
          <option key={board}>{board}</option>
        ))}
      </Select>
      <label class="plain-field">
        <span>{t('library.history.from')}</span>
        <input type="date" value={query.fromDay} onInput={(event) => change({ fromDay: event.currentTarget.value })} />
      </label>
      <label class="plain-field">
        <span>{t('library.history.to')}</span>
        <input type="date" value={query.toDay} onInput={(event) => change({ toDay: event.currentTarget.value })} />
      </label>
    </search>
  );
}

function Line({ line }: { line: HistoryLine }) {
  const t = useWords();
  const dates = useDates();
  const { title, pageTitle, pageUrl, pictureUrl, board, savedAtMs, outcome } = line;
  const host = URL.parse(pageUrl)?.host;
  return (
    <li class="job">
      <Thumbnail url={pictureUrl} />
      <div class="job-words">
        <b dir="auto">{title || pageTitle || t('library.pins.untitled')}</b>
        <span class="quiet small">
          <bdi>{outcome === 'saved' ? t('library.history.savedTo', board) : t('library.history.sent')}</bdi> ·{' '}
          <bdi>{dates.time(savedAtMs)}</bdi>
        </span>
        {host && (
          <a class="small" href={pageUrl} target="_blank" rel="noreferrer">
            {host}
          </a>
        )}
      </div>
    </li>
  );
}
