import { forgetAllChosen } from '../../lib/boards/chosen.ts';
import type { HistoryLine, LibraryJob } from '../../lib/messages/library-views.ts';
import type { LibraryHandlers } from '../../lib/messages/serve.ts';
import type { HistoryEntry } from '../../lib/save/history-entry.ts';
import type { Job } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';
import { faces } from './faces.ts';
import { viewOf } from './jobs.ts';
import type { Tack } from './tack.ts';

type SaveHandlers = Pick<
  LibraryHandlers,
  'libraryJobs' | 'retryAll' | 'editJob' | 'lookAgain' | 'believeSaved' | 'saveAgain' | 'listHistory' | 'clearHistory'
>;

/** What waits in the outbox, and what was saved. */
export function saveHandlers(tack: Pick<Tack, 'accounts' | 'outbox'>): SaveHandlers {
  return {
    async libraryJobs() {
      const [outbox, account] = await Promise.all([tack.outbox(), tack.accounts.current()]);
      const views = outbox.list().map((job) => jobView(job, outbox, account?.connectionId));
      return Promise.all(views);
    },
    async retryAll() {
      await (await tack.outbox()).retryAll();
    },
    async editJob({ jobId, edit }) {
      const { target, link, ...texts } = edit;
      await (await tack.outbox()).edit(jobId, {
        ...texts,
        ...(link !== undefined && { link: link || undefined }),
        ...(target && { target }),
      });
    },
    async lookAgain(id) {
      await (await tack.outbox()).lookAgain(id);
    },
    async believeSaved(id) {
      await (await tack.outbox()).believeSaved(id);
    },
    async saveAgain(id) {
      await (await tack.outbox()).saveAgain(id);
    },
    async listHistory() {
      return (await (await tack.outbox()).history.list()).map(historyLine);
    },
    async clearHistory() {
      await (await tack.outbox()).history.clear();
      await forgetAllChosen();
    },
  };
}

async function jobView(job: Job, outbox: Outbox, connectionId: string | undefined): Promise<LibraryJob> {
  const { wish, target, account, addedAtMs } = job;
  return {
    ...viewOf(job, outbox, await faces.get(job.id)),
    description: wish?.description ?? '',
    altText: wish?.altText ?? '',
    addedAtMs,
    ...(wish && { pageUrl: wish.page.url }),
    ...('boardId' in target && { boardId: target.boardId }),
    isOfOtherAccount: connectionId !== undefined && account.connection !== connectionId,
  };
}

function historyLine({
  account: _account,
  pictureKey: _key,
  otherKeys: _others,
  boardId,
  ...line
}: HistoryEntry): HistoryLine {
  return { ...line, ...(boardId !== undefined && { boardId }) };
}
