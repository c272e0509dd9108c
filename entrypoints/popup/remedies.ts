import type { PopupPicture, Remedy } from '../../components/popup/model.ts';
import { openEditorWindow } from '../../lib/browser/pages.ts';
import { send } from '../../lib/messages/send.ts';
import { webAddresses } from '../../lib/page/web-addresses.ts';
import type { PopupState } from './state.ts';

/** What can be done about a save after its press; `useWindow` hands a picture over to Pinterest's own window. */
export function createRemedies(state: PopupState, useWindow: (picture: PopupPicture) => Promise<void>) {
  const { all, pictures, run } = state;

  const crop = async (jobIds: readonly string[]) =>
    state.tab ? send('crop', { jobIds: [...jobIds], tabId: state.tab.id }) : jobIds;

  const withJob = (id: string, ask: (jobId: string) => Promise<unknown>) => {
    const jobId = run.find(id)?.jobId;
    if (jobId) void ask(jobId).catch(() => undefined);
  };

  return {
    undo: (id: string) => withJob(id, (jobId) => send('undo', [jobId])),
    mend(id: string, remedy: Remedy): void {
      if (remedy === 'retry') withJob(id, (jobId) => send('retry', [jobId]));
      // A permission prompt closes the popup, so it is asked in a window of our own.
      if (remedy === 'allowAccess') withJob(id, openEditorWindow);
      if (remedy === 'crop') withJob(id, (jobId) => crop([jobId]));
      if (remedy === 'share') withJob(id, (jobId) => send('share', [jobId]));
      if (remedy === 'discard') withJob(id, (jobId) => send('discard', [jobId]));
      if (remedy === 'signIn') void send('signInAgain').catch(() => undefined);
      if (remedy === 'useWindow') {
        const picture = all.value.find(({ key }) => key === run.find(id)?.key);
        if (picture) void useWindow(picture);
      }
    },
    async cropHere(): Promise<void> {
      const { value: jobIds } = state.unread;
      state.unread.value = await crop(jobIds).catch(() => jobIds);
    },
    async forgetMark(key: string, label: string): Promise<void> {
      const picture = all.value.find((one) => one.key === key);
      if (picture) await send('forgetMark', { pictureUrls: webAddresses(picture), label }).catch(() => undefined);
      await pictures.markAgain(key);
    },
  };
}
