import { Button } from '../ui/button.tsx';
import { LiveStatus } from '../ui/live-status.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../ui/words.tsx';
import type { EditorActions, EditorModel } from './model.ts';
import './editor.css';

/** The words of one save: changed before it is sent, or on the pin that it became. */
export function Editor({ model, actions }: { model: EditorModel; actions: EditorActions }) {
  const t = useWords();
  const { save, texts, boards, boardId, isBusy, outcome, mayReplace } = model;
  if (save === undefined) return <main class="editor" aria-busy="true" />;
  return (
    <main class="editor">
      <h1>{t(save?.isSaved ? 'editor.titleSaved' : 'editor.title')}</h1>
      {save === null && <Notice tone="warn">{t('editor.gone')}</Notice>}
      {save && (
        <>
          {save.boardId !== undefined && boards.length > 0 ? (
            <Select label={t('library.field.board')} value={boardId ?? save.boardId} onChange={actions.chooseBoard}>
              {boards.every(({ id }) => id !== save.boardId) && <option value={save.boardId}>{save.label}</option>}
              {boards.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          ) : (
            <p class="board" dir="auto">
              {save.label}
            </p>
          )}
          <TextField
            label={t('editor.pinTitle')}
            value={texts.title}
            most={100}
            onInput={(title) => actions.change({ title })}
          />
          <TextField
            label={t('editor.description')}
            value={texts.description}
            most={800}
            isLong
            onInput={(description) => actions.change({ description })}
          />
          <TextField
            label={t('editor.altText')}
            value={texts.altText}
            most={500}
            isLong
            onInput={(altText) => actions.change({ altText })}
          />
          <TextField
            label={t('editor.link')}
            value={texts.link}
            most={2048}
            inputMode="url"
            onInput={(link) => actions.change({ link })}
          />
          {save.unreadUrl && (
            <Notice
              tone="warn"
              actions={
                <Button look="text" onClick={actions.allow}>
                  {t('editor.allow', new URL(save.unreadUrl).host)}
                </Button>
              }
            >
              {t('editor.unread', new URL(save.unreadUrl).host)}
            </Notice>
          )}
          {save.pageUrl && (
            <Notice
              tone="warn"
              actions={
                <Button look="text" onClick={actions.openPage}>
                  {t('library.waiting.openPage')}
                </Button>
              }
            >
              {t('library.waiting.openPageHint')}
            </Notice>
          )}
          {mayReplace && (
            <Notice
              tone="warn"
              actions={
                <Button look="text" onClick={actions.replace}>
                  {t('editor.replace')}
                </Button>
              }
            >
              {t('editor.replaceLoses')}
            </Notice>
          )}
          {outcome?.tone === 'error' && <Notice tone="error">{outcome.text}</Notice>}
          <LiveStatus text={outcome?.tone === 'info' ? outcome.text : ''} />
          <Button look="main" isDisabled={isBusy} onClick={actions.keep}>
            {t('editor.keep')}
          </Button>
        </>
      )}
    </main>
  );
}
