import type { Remedy, RunItem, RunState } from '../../components/popup/model.ts';
import type { JobView } from '../../lib/messages/views.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate } from '../../lib/words/translate.ts';
import type { Asked } from './run.ts';

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

/** What the popup shows of one pin: how its job stands, and what can be done when it stands still. */
export function itemOf(asked: Asked, jobs: ReadonlyMap<string, JobView>): RunItem {
  const { key, others, jobId, label, refusal } = asked;
  const pin = { id: jobId ?? key, key, ...(others && { others }), ...(label !== undefined && { label }) };
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
    ...(job.isStill && { isStill: true }),
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
