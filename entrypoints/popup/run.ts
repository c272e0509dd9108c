import { computed, signal } from '@preact/signals';
import type { Run } from '../../components/popup/model.ts';
import { onWorkerEvent } from '../../lib/messages/events.ts';
import type { JobView } from '../../lib/messages/views.ts';
import type { itemOf } from './run-item.ts';

/** One pin that was asked for: of a picture, on a board; neither job nor board when Pinterest's window makes it. */
export interface Asked {
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

  /** Loaded with what saves: until then there is nothing to show. */
  let itemNow: typeof itemOf | undefined;
  const run = computed((): Run | undefined => {
    return started.value && { items: started.value.flatMap((asked) => itemNow?.(asked, jobs.value) ?? []) };
  });

  return {
    run,
    jobs,
    /** The saves are asked for, under the ids that their jobs will have. */
    begin(asked: readonly Asked[], read: typeof itemOf): void {
      itemNow = read;
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
