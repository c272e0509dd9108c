import { computed, signal } from '@preact/signals';
import type { Remedy, Run, RunItem, RunState } from '../../components/popup/model.ts';
import { onWorkerEvent } from '../../lib/messages/events.ts';
import type { JobView } from '../../lib/messages/views.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate } from '../../lib/words/translate.ts';

const stateOf: Record<JobView['state'], RunState> = {
  waiting: 'waiting',
  preparing: 'sending',
  sending: 'sending',
  unknown: 'checking',
  saved: 'saved',
  failed: 'failed',
  'in-doubt': 'failed',
  discarded: 'discarded',
  undoing: 'undoing',
  undone: 'undone',
};

/** One press on *Save*, followed until every pin of it is settled. */
export function createRun() {
  /** Jobs in the order in which the pictures were chosen, by picture. */
  const started = signal<{ label?: string; items: { key: string; jobId?: string; refusal?: string }[] }>();
  const jobs = signal<ReadonlyMap<string, JobView>>(new Map());

  onWorkerEvent(({ job }) => {
    jobs.value = new Map(jobs.value).set(job.id, job);
  });

  const run = computed((): Run | undefined => {
    if (!started.value) return undefined;
    const { label, items } = started.value;
    return { ...(label !== undefined && { label }), items: items.map((item) => itemOf(item, jobs.value, label)) };
  });

  return {
    run,
    jobs,
    /** The saves are asked for, under the ids that their jobs will have. */
    begin(items: readonly { key: string; jobId?: string }[], label?: string): void {
      started.value = { ...(label !== undefined && { label }), items: [...items] };
    },
    /** Not all were taken in: those of which no job is known are not kept. */
    refused(code: string): void {
      const items = started.value?.items.map((item) => ({ ...item, refusal: code })) ?? [];
      started.value = { ...started.value, items };
    },
    jobOf: (key: string) => started.value?.items.find((item) => item.key === key)?.jobId,
    jobIds: () => started.value?.items.flatMap(({ jobId }) => jobId ?? []) ?? [],
    /** Jobs that came to be before this popup. */
    learn(views: JobView[]): void {
      jobs.value = new Map([...views.map((view) => [view.id, view] as const), ...jobs.value]);
    },
  };
}

function itemOf(
  { key, jobId, refusal }: { key: string; jobId?: string; refusal?: string },
  jobs: ReadonlyMap<string, JobView>,
  label: string | undefined,
): RunItem {
  if (label === undefined && !refusal) return { key, state: 'sent' };
  const job = jobId ? jobs.get(jobId) : undefined;
  if (refusal && !job) {
    const remedies = remediesFor(refusal).filter((remedy) => !ofJobs.has(remedy));
    return { key, state: 'failed', message: sentence(refusal, translate), remedies };
  }
  if (!job) return { key, state: 'sending' };
  const code = job.state === 'in-doubt' ? 'in-doubt' : job.reason;
  const isHeld = job.state === 'failed' || job.state === 'in-doubt' || (job.state === 'waiting' && code !== undefined);
  return {
    key,
    state: stateOf[job.state],
    ...(job.pinId && { pinUrl: `https://www.pinterest.com/pin/${job.pinId}/` }),
    ...(job.isStill && { isStill: true }),
    ...(isHeld && code && { message: sentence(code, translate, job.label), remedies: remediesFor(code) }),
  };
}

/** What can be done with a save that was taken in, and with no other. */
const ofJobs: ReadonlySet<Remedy> = new Set(['retry', 'discard', 'share', 'allowAccess', 'crop']);

/** What a person can do about a failure, best first. */
function remediesFor(code: string): Remedy[] {
  if (/^(board|section)-/.test(code)) return ['chooseBoard', 'discard'];
  if (/^link-/.test(code)) return ['editLink', 'discard'];
  if (code === 'trial-app' || code === 'app-not-approved') return ['useWindow', 'discard'];
  if (code === 'sign-in-again') return ['signIn', 'discard'];
  if (code === 'private-picture') return ['share', 'discard'];
  if (code === 'needs-the-page') return ['allowAccess', 'crop', 'discard'];
  return ['retry', 'discard'];
}
