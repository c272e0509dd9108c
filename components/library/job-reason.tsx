import { Progress } from '../ui/progress.tsx';
import { useWords } from '../ui/words.tsx';
import { useDates } from './formats.ts';
import type { ShownJob } from './model.ts';

/** Where a save stands and why, in one sentence. */
export function JobReason({ job }: { job: ShownJob }) {
  const t = useWords();
  const dates = useDates();
  const { state, reason, retryAtMs, isOfOtherAccount, label } = job;
  const tone = state === 'failed' || state === 'in-doubt' ? 'needs-you' : '';
  if (state === 'preparing' && reason && job.sentence) {
    return (
      <p class="job-reason">
        <span>{job.sentence}</span> <Progress label={job.sentence} />
      </p>
    );
  }
  return (
    <p class={`job-reason ${tone}`}>
      <span>{state === 'in-doubt' ? t('library.state.inDoubt', label) : t(`library.state.${state}`)}</span>
      {reason && state !== 'in-doubt' && <span> {job.sentence}</span>}
      {state === 'waiting' && retryAtMs !== undefined && retryAtMs > Date.now() && (
        <span> {t('library.waiting.nextTry', dates.clock(retryAtMs))}</span>
      )}
      {isOfOtherAccount && <span> {t('library.waiting.otherAccount')}</span>}
    </p>
  );
}
