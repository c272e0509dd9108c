import { CircleCheck } from 'lucide-preact';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import { JobCard } from './job-card.tsx';
import type { LibraryProps } from './library.tsx';
import { Await, Empty } from './states.tsx';
import './saves.css';

const needsYou = new Set(['failed', 'in-doubt']);

/** Every save that was not made yet: why, and what can be done. */
export function Waiting({ model, actions }: LibraryProps) {
  const t = useWords();
  const plural = usePlural();
  return (
    <>
      <div class="library-head">
        <h1 tabIndex={-1}>{t('library.nav.waiting')}</h1>
      </div>
      {model.diskTrouble && <Notice tone="warn">{model.diskTrouble}</Notice>}
      <Await loaded={model.jobs}>
        {(jobs) => {
          if (jobs.length === 0) {
            return (
              <Empty
                title={t('library.waiting.none')}
                text={t('library.waiting.noneText')}
                icon={<CircleCheck size={28} />}
              />
            );
          }
          const failed = jobs.filter(({ state }) => state === 'failed').length;
          const elsewhere = jobs.filter(({ isOfOtherAccount }) => isOfOtherAccount).length;
          const first = jobs.filter(({ state }) => needsYou.has(state));
          const rest = jobs.filter(({ state }) => !needsYou.has(state));
          return (
            <>
              <div class="waiting-head">
                <p role="status">
                  {plural('library.waiting.count', jobs.length)}
                  {elsewhere > 0 && ` · ${plural('popup.elsewhere', elsewhere)}`}
                </p>
                {failed > 0 && <Button onClick={actions.retryAll}>{t('library.waiting.retryAll')}</Button>}
              </div>
              <ul class="jobs" aria-label={t('library.nav.waiting')}>
                {[...first, ...rest].map((job) => (
                  <JobCard key={job.id} job={job} model={model} actions={actions} />
                ))}
              </ul>
            </>
          );
        }}
      </Await>
    </>
  );
}
