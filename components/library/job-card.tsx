import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words.tsx';
import { Ask } from './ask.tsx';
import { useDates } from './formats.ts';
import { JobDialog } from './job-dialog.tsx';
import { JobReason } from './job-reason.tsx';
import type { LibraryProps } from './library.tsx';
import type { ShownJob } from './model.ts';

type JobCardProps = LibraryProps & { readonly job: ShownJob };

/** One save that was not made yet. */
export function JobCard({ job, model, actions }: JobCardProps) {
  const t = useWords();
  const dates = useDates();
  const [open, setOpen] = useState<'edit' | 'discard'>();
  const close = () => setOpen(undefined);
  const { id, state, reason, title, label, link, thumbnailUrl, addedAtMs, pageUrl } = job;
  const isHeld = state === 'waiting' || state === 'failed';
  const needsPage =
    state === 'failed' && reason === 'needs-the-page' && pageUrl?.startsWith('http') ? pageUrl : undefined;
  const canDiscard = isHeld || state === 'preparing' || state === 'in-doubt';
  return (
    <li class={`job is-${state}`}>
      <Thumbnail url={thumbnailUrl} />
      <div class="job-words">
        <b dir="auto">{title || link || t('library.pins.untitled')}</b>
        <span class="quiet small">
          <bdi>{t('library.waiting.to', label)}</bdi> · <bdi>{dates.time(addedAtMs)}</bdi>
          {job.environment === 'sandbox' && ` · ${t('library.waiting.sandbox')}`}
        </span>
        <JobReason job={job} />
        {needsPage && <p class="quiet small">{t('library.waiting.openPageHint')}</p>}
      </div>
      <div class="job-actions">
        {state === 'in-doubt' && (
          <>
            <Button onClick={() => actions.lookAgain(id)}>{t('library.waiting.look')}</Button>
            <Button onClick={() => actions.believeSaved(id)}>{t('library.waiting.believe')}</Button>
            <Button onClick={() => actions.saveAgain(id)}>{t('library.waiting.saveAgain')}</Button>
          </>
        )}
        {state === 'failed' && reason === 'private-picture' && (
          <Button onClick={() => actions.shareJob(id)}>{t('popup.remedy.share')}</Button>
        )}
        {needsPage && <Button onClick={() => actions.openPage(needsPage)}>{t('library.waiting.openPage')}</Button>}
        {isHeld && <Button onClick={() => actions.retryJob(id)}>{t('library.waiting.retry')}</Button>}
        {isHeld && <Button onClick={() => setOpen('edit')}>{t('library.waiting.edit')}</Button>}
        {canDiscard && <Button onClick={() => setOpen('discard')}>{t('library.waiting.discard')}</Button>}
      </div>
      {open === 'edit' && <JobDialog job={job} model={model} actions={actions} onClose={close} />}
      {open === 'discard' && (
        <Ask
          title={t('library.waiting.discardTitle')}
          yes={t('library.waiting.discard')}
          onYes={async () => {
            actions.discardJob(id);
            return undefined;
          }}
          onDone={close}
          onClose={close}
        >
          <p>{t('library.waiting.discardText', title || t('library.pins.untitled'))}</p>
        </Ask>
      )}
    </li>
  );
}

export function Thumbnail({ url }: { url: string | undefined }) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <span class="thumbnail">
      {url && !hasFailed && (
        <img
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setFailed(true)}
        />
      )}
    </span>
  );
}
