import { computed, signal } from '@preact/signals';
import type { HistoryModel, LibraryActions, Loaded, ShownJob } from '../../components/library/model.ts';
import { openTab } from '../../lib/browser/tabs.ts';
import { csvOf } from '../../lib/library/csv.ts';
import { choicesOf, searchHistory, wholeHistory } from '../../lib/library/history-search.ts';
import { askLibrary } from '../../lib/messages/ask-library.ts';
import { onWorkerEvent } from '../../lib/messages/events.ts';
import type { HistoryLine, LibraryJob } from '../../lib/messages/library-views.ts';
import { send } from '../../lib/messages/send.ts';
import { type DiskTrouble, diskTrouble as storedTrouble } from '../../lib/settings/disk-trouble.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate } from '../../lib/words/translate.ts';
import { download } from './download.ts';
import { attempt, problemOf } from './problem.ts';

type SaveActions = Pick<
  LibraryActions,
  | 'retryJob'
  | 'openPage'
  | 'shareJob'
  | 'retryAll'
  | 'discardJob'
  | 'editJob'
  | 'lookAgain'
  | 'believeSaved'
  | 'saveAgain'
  | 'changeQuery'
  | 'exportHistory'
  | 'clearHistory'
>;

const settled: ReadonlySet<LibraryJob['state']> = new Set(['saved', 'discarded', 'undone']);

/** Saves that are under way or need somebody, and those that were made. */
export function createSaves() {
  const jobs = signal<Loaded<readonly ShownJob[]>>({ state: 'loading' });
  const lines = signal<Loaded<readonly HistoryLine[]>>({ state: 'loading' });
  const query = signal(wholeHistory);
  const trouble = signal<DiskTrouble>('none');
  let reading: Promise<void> | undefined;
  let isStale = false;

  /** One reading at a time; what changes meanwhile is read once more after it. */
  function readJobs(): Promise<void> {
    isStale = true;
    reading ??= (async () => {
      while (isStale) {
        isStale = false;
        try {
          const all = await askLibrary('libraryJobs');
          jobs.value = { state: 'ready', value: all.filter(({ state }) => !settled.has(state)).map(shown) };
        } catch (error) {
          jobs.value = { state: 'failed', problem: problemOf(error) };
        }
      }
    })().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function readHistory(): Promise<void> {
    try {
      lines.value = { state: 'ready', value: await askLibrary('listHistory') };
    } catch (error) {
      lines.value = { state: 'failed', problem: problemOf(error) };
    }
  }

  const showTrouble = (value: DiskTrouble) => {
    trouble.value = value;
  };
  storedTrouble.watch(showTrouble);
  void storedTrouble.get().then(showTrouble);
  const diskTrouble = computed(() => (trouble.value === 'none' ? undefined : sentence(trouble.value, translate)));

  onWorkerEvent(({ job }) => {
    void readJobs();
    if (job.state === 'saved' || job.state === 'undone') void readHistory();
  });

  const all = computed(() => (lines.value.state === 'ready' ? lines.value.value : []));
  const choices = computed(() => choicesOf(all.value));
  const found = computed(() => searchHistory(all.value, query.value));
  const history = computed(
    (): HistoryModel => ({ lines: lines.value, query: query.value, found: found.value, ...choices.value }),
  );
  const needsYouCount = computed(() =>
    jobs.value.state === 'ready'
      ? jobs.value.value.filter(({ state }) => state === 'failed' || state === 'in-doubt').length
      : 0,
  );
  const act = (work: () => Promise<unknown>) => void work().then(readJobs, readJobs);

  const actions: SaveActions = {
    retryJob: (id) => act(() => send('retry', [id])),
    shareJob: (id) => act(() => send('share', [id])),
    openPage: (pageUrl) => void openTab(pageUrl),
    retryAll: () => act(() => askLibrary('retryAll')),
    discardJob: (id) => act(() => send('discard', [id])),
    editJob: (jobId, edit) =>
      attempt(async () => {
        await askLibrary('editJob', { jobId, edit });
        await readJobs();
      }),
    lookAgain: (id) => act(() => askLibrary('lookAgain', id)),
    believeSaved: (id) => act(() => askLibrary('believeSaved', id)),
    saveAgain: (id) => act(() => askLibrary('saveAgain', id)),
    changeQuery(next) {
      query.value = next;
    },
    exportHistory(form) {
      if (form === 'json') download('tack-history.json', 'application/json', JSON.stringify(found.value, null, 2));
      else download('tack-history.csv', 'text/csv', historyCsv(found.value));
    },
    clearHistory: () =>
      attempt(async () => {
        await askLibrary('clearHistory');
        await readHistory();
      }),
  };

  return { jobs, diskTrouble, history, needsYouCount, readJobs, readHistory, actions };
}

function shown(job: LibraryJob): ShownJob {
  return { ...job, ...(job.reason !== undefined && { sentence: sentence(job.reason, translate, job.label) }) };
}

function historyCsv(lines: readonly HistoryLine[]): string {
  const header = (['title', 'board', 'picture', 'page', 'pageTitle', 'when', 'outcome'] as const).map((column) =>
    translate(`library.history.column.${column}`),
  );
  const rows = lines.map(({ title, board, pictureUrl, pageUrl, pageTitle, savedAtMs, outcome }) => [
    title,
    board,
    pictureUrl,
    pageUrl,
    pageTitle,
    new Date(savedAtMs).toISOString(),
    outcome,
  ]);
  return csvOf([header, ...rows]);
}
