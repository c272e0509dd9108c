import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Queue } from '../../components/popup/model.ts';
import { handOver as storedHandOver } from '../../lib/gesture/hand-over.ts';
import { send } from '../../lib/messages/send.ts';
import type { AccountView, JobView } from '../../lib/messages/views.ts';
import { type DiskTrouble, diskTrouble as storedTrouble } from '../../lib/settings/disk-trouble.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate } from '../../lib/words/translate.ts';

const waiting: ReadonlySet<JobView['state']> = new Set(['waiting', 'preparing', 'unknown']);

const needsOwner: ReadonlySet<JobView['state']> = new Set(['failed', 'in-doubt']);

/** Saves that wait, of this popup or earlier ones, and pictures on their way through Pinterest's window. */
export function createQueue(
  jobs: ReadonlySignal<ReadonlyMap<string, JobView>>,
  /** Jobs of the save that the popup itself shows: what failed of them stands there, with what to do. */
  shownIds: () => readonly string[],
  account: ReadonlySignal<AccountView | null | undefined>,
) {
  const earlier = signal<JobView[]>([]);
  const isOffline = signal(!navigator.onLine);
  const diskTrouble = signal<DiskTrouble>('none');
  const handOver = signal<{ position: number; total: number }>();
  for (const event of ['online', 'offline']) {
    globalThis.addEventListener(event, () => {
      isOffline.value = !navigator.onLine;
    });
  }

  const queue = computed((): Queue => {
    const all = new Map([...earlier.value.map((job) => [job.id, job] as const), ...jobs.value]).values().toArray();
    const shown = new Set(shownIds());
    const isElsewhere = ({ connectionId, environment }: JobView) =>
      account.value && (connectionId !== account.value.connectionId || environment !== account.value.environment);
    const { here = [], elsewhere = [] } = Object.groupBy(all, (job) => (isElsewhere(job) ? 'elsewhere' : 'here'));
    const paused = here.find(({ state, reason }) => state === 'waiting' && reason === 'rate-limited');
    return {
      isOffline: isOffline.value,
      waitingCount: here.filter(({ state }) => waiting.has(state)).length,
      failedCount: here.filter(({ id, state }) => needsOwner.has(state) && !shown.has(id)).length,
      elsewhereCount: elsewhere.filter(({ state }) => waiting.has(state) || needsOwner.has(state)).length,
      ...(diskTrouble.value !== 'none' && { diskTrouble: sentence(diskTrouble.value, translate) }),
      ...(paused?.retryAtMs && { pausedUntil: clockTime(paused.retryAtMs) }),
    };
  });

  return {
    queue,
    handOver,
    async load(): Promise<void> {
      const show = (value: Awaited<ReturnType<typeof storedHandOver.get>>) => {
        handOver.value = value && { position: value.position, total: value.saves.length };
      };
      // A worker that has just started may not have tried the disk yet.
      storedTrouble.watch((value) => {
        diskTrouble.value = value;
      });
      diskTrouble.value = await storedTrouble.get();
      storedHandOver.watch(show);
      show(await storedHandOver.get());
      earlier.value = await send('listJobs').catch(() => []);
    },
  };
}

function clockTime(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(atMs);
}
