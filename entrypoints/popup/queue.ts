import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Queue } from '../../components/popup/model.ts';
import { handOver as storedHandOver } from '../../lib/gesture/hand-over.ts';
import { send } from '../../lib/messages/send.ts';
import type { JobView } from '../../lib/messages/views.ts';
import { isForgetful as storedForgetful } from '../../lib/settings/forgetful.ts';

const waiting: ReadonlySet<JobView['state']> = new Set(['waiting', 'preparing', 'unknown']);

/** Saves that wait, of this popup or earlier ones, and pictures on their way through Pinterest's window. */
export function createQueue(
  jobs: ReadonlySignal<ReadonlyMap<string, JobView>>,
  /** Jobs of the save that the popup itself shows: what failed of them stands there, with what to do. */
  shownIds: () => readonly string[],
) {
  const earlier = signal<JobView[]>([]);
  const isOffline = signal(!navigator.onLine);
  const isForgetful = signal(false);
  const handOver = signal<{ position: number; total: number }>();
  for (const event of ['online', 'offline']) {
    globalThis.addEventListener(event, () => {
      isOffline.value = !navigator.onLine;
    });
  }

  const queue = computed((): Queue => {
    const all = new Map([...earlier.value.map((job) => [job.id, job] as const), ...jobs.value]).values().toArray();
    const shown = new Set(shownIds());
    const paused = all.find(({ state, reason }) => state === 'waiting' && reason === 'rate-limited');
    return {
      isOffline: isOffline.value,
      waitingCount: all.filter(({ state }) => waiting.has(state)).length,
      failedCount: all.filter(({ id, state }) => (state === 'failed' || state === 'in-doubt') && !shown.has(id)).length,
      ...(isForgetful.value && { isForgetful: true }),
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
      isForgetful.value = await storedForgetful.get();
      storedHandOver.watch(show);
      show(await storedHandOver.get());
      earlier.value = await send('listJobs').catch(() => []);
    },
  };
}

function clockTime(atMs: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(atMs);
}
