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

/** One pin that was asked for: of a picture, on a board; neither job nor board when Pinterest's window makes it. */
interface Asked {
  readonly key: string;
  readonly others?: readonly string[];
  readonly jobId?: string;
  readonly label?: string;
  readonly refusal?: string;
}

/** One press on *Save*, followed until every pin of it is settled. */
export function createRun() {
  /** In the order in which the pictures were chosen. */
  const started = signal<readonly Asked[]>();
  const jobs = signal<ReadonlyMap<string, JobView>>(new Map());

  onWorkerEvent(({ job }) => {
    jobs.value = new Map(jobs.value).set(job.id, job);
  });

  const run = computed((): Run | undefined => {
    return started.value && { items: started.value.map((asked) => itemOf(asked, jobs.value)) };
  });

  return {
    run,
    jobs,
    /** The saves are asked for, under the ids that their jobs will have. */
    begin(asked: readonly Asked[]): void {
      started.value = asked;
    },
    /** Not all were taken in: those of which no job is known are not kept. */
    refused(code: string): void {
      started.value = started.value?.map((asked) => ({ ...asked, refusal: code }));
    },
    /** The pin of this id: `RunItem.id`. */
    find: (id: string) => started.value?.find((asked) => idOf(asked) === id),
    jobIds: () => started.value?.flatMap(({ jobId }) => jobId ?? []) ?? [],
    /** Jobs that came to be before this popup. */
    learn(views: JobView[]): void {
      jobs.value = new Map([...views.map((view) => [view.id, view] as const), ...jobs.value]);
    },
  };
}

const idOf = ({ key, jobId = key }: Asked) => jobId;

function itemOf(asked: Asked, jobs: ReadonlyMap<string, JobView>): RunItem {
  const { key, others, jobId, label, refusal } = asked;
  const pin = { id: idOf(asked), key, ...(others && { others }), ...(label !== undefined && { label }) };
  if (label === undefined && !refusal) return { ...pin, state: 'sent' };
  const job = jobId ? jobs.get(jobId) : undefined;
  if (refusal && !job) {
    const remedies = remediesFor(refusal).filter((remedy) => !ofJobs.has(remedy));
    return { ...pin, state: 'failed', message: sentence(refusal, translate), remedies };
  }
  if (!job) return { ...pin, state: 'sending' };
  const code = job.state === 'in-doubt' ? 'in-doubt' : job.reason;
  const isHeld = job.state === 'failed' || job.state === 'in-doubt' || (job.state === 'waiting' && code !== undefined);
  return {
    ...pin,
    state: stateOf[job.state],
    ...(job.pinId && { pinUrl: `https://www.pinterest.com/pin/${job.pinId}/` }),
    ...(isHeld &&
      code && {
        message: sentence(code, translate, job.label),
        remedies: remediesFor(code).filter((remedy) => !others || remedy !== 'crop'),
      }),
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
  if (code === 'pictures-differ') return ['discard'];
  return ['retry', 'discard'];
}
