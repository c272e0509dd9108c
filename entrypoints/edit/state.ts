import { type ReadonlySignal, signal } from '@preact/signals';
import type { EditorActions, EditorModel } from '../../components/editor/model.ts';
import { sessionBoards } from '../../lib/boards/session.ts';
import { requestPictureAccess } from '../../lib/browser/picture-access.ts';
import { openTab } from '../../lib/browser/tabs.ts';
import { Failure } from '../../lib/failure.ts';
import { send } from '../../lib/messages/send.ts';
import { sentence } from '../../lib/words/sentence.ts';
import { translate } from '../../lib/words/translate.ts';

const noTexts = { title: '', description: '', altText: '', link: '' };

/** The editor's model and actions for one save. */
export function createEditor(jobId: string): { model: ReadonlySignal<EditorModel>; actions: EditorActions } {
  const model = signal<EditorModel>({ save: undefined, texts: noTexts, boards: [], isBusy: false, mayReplace: false });
  const show = (change: Partial<EditorModel>) => {
    model.value = { ...model.value, ...change };
  };

  async function start(): Promise<void> {
    const save = await send('saveToEdit', jobId).catch(() => null);
    show({ save, ...(save && { texts: save.texts }) });
    if (save?.boardId === undefined) return;
    await send('refreshBoards').catch(() => undefined);
    show({ boards: (await sessionBoards.get())?.boards ?? [] });
  }

  /** Asks the worker, and says what came of it. */
  async function attempt(name: 'editSave' | 'replacePin'): Promise<void> {
    if (model.value.isBusy) return;
    const { outcome: _, ...rest } = model.value;
    model.value = { ...rest, isBusy: true };
    try {
      const { texts, boardId, boards, save } = model.value;
      const board = boardId === save?.boardId ? undefined : boards.find(({ id }) => id === boardId);
      const target = board && { boardId: board.id, label: board.name, secret: board.isSecret };
      await send(name, { id: jobId, texts, ...(target && { target }) });
      const text = translate(name === 'replacePin' ? 'editor.replaced' : 'editor.kept');
      show({ outcome: { tone: 'info', text }, mayReplace: false });
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'unknown';
      const mayReplace = code === 'feature-not-granted' && model.value.save?.canReplace === true;
      show({ outcome: { tone: 'error', text: sentence(code, translate) }, mayReplace });
    }
    show({ isBusy: false });
  }

  /** Nothing comes before the request, or the browser refuses it; the worker hears of the answer by itself. */
  function allow(): void {
    const url = model.value.save?.unreadUrl;
    if (!url) return;
    requestPictureAccess(url).then(
      (isGiven) => {
        if (isGiven) show({ outcome: { tone: 'info', text: translate('editor.allowed') } });
      },
      () => show({ outcome: { tone: 'error', text: translate('editor.notAsked') } }),
    );
  }

  void start();
  return {
    model,
    actions: {
      change: (texts) => show({ texts: { ...model.value.texts, ...texts } }),
      chooseBoard: (boardId) => show({ boardId }),
      openPage: () => void (model.value.save?.pageUrl && openTab(model.value.save.pageUrl)),
      keep: () => void attempt('editSave'),
      replace: () => void attempt('replacePin'),
      allow,
    },
  };
}
