import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePlural, useWords } from '../ui/words.tsx';
import type { PopupActions, PopupModel } from './model.ts';

interface StandingProps {
  readonly model: PopupModel;
  readonly actions: PopupActions;
  /** Chosen pictures that Pinterest's window cannot take. */
  readonly withoutAddress: number;
}

/** What holds for every save right now: the most important one of offline, paused, signed out, trial, nothing kept. */
export function Standing({ model, actions, withoutAddress }: StandingProps) {
  const t = useWords();
  const plural = usePlural();
  const { queue, connection, boards } = model;
  if (withoutAddress > 0) {
    return (
      <Notice
        tone="warn"
        {...(connection.state === 'connected'
          ? {}
          : {
              actions: (
                <Button look="text" onClick={actions.connect}>
                  {t('popup.connect')}
                </Button>
              ),
            })}
      >
        {plural('popup.withoutAddress', withoutAddress)}
      </Notice>
    );
  }
  if (connection.state === 'signed-out') {
    return (
      <Notice
        tone="warn"
        title={t('popup.signedOut.title')}
        actions={
          <Button look="text" onClick={actions.connect}>
            {t('popup.signIn')}
          </Button>
        }
      >
        {queue.waitingCount > 0 ? plural('popup.signedOut.waiting', queue.waitingCount) : t('popup.signedOut.text')}
      </Notice>
    );
  }
  if (queue.isOffline) {
    return (
      <Notice tone="warn">
        {t('popup.offline')} {queue.waitingCount > 0 && plural('popup.waiting', queue.waitingCount)}
      </Notice>
    );
  }
  if (queue.pausedUntil) return <Notice tone="warn">{t('popup.paused', queue.pausedUntil)}</Notice>;
  if (connection.state === 'connected' && connection.isTrial) {
    return (
      <Notice tone="warn" title={t('popup.trial.title')}>
        {t('popup.trial.text')}
      </Notice>
    );
  }
  if (connection.state === 'connected' && boards.state === 'failed') {
    return (
      <Notice
        tone="error"
        title={t('picker.failed')}
        actions={
          <Button look="text" onClick={actions.loadBoardsAgain}>
            {t('popup.tryAgain')}
          </Button>
        }
      >
        {boards.message}
      </Notice>
    );
  }
  if (model.unreadHere) {
    return (
      <Notice
        tone="warn"
        actions={
          <Button look="text" onClick={actions.cropHere}>
            {t('popup.remedy.crop')}
          </Button>
        }
      >
        {plural('popup.unreadHere', model.unreadHere)}
      </Notice>
    );
  }
  if (queue.diskTrouble && queue.failedCount === 0) return <Notice tone="warn">{queue.diskTrouble}</Notice>;
  if (queue.failedCount > 0 || queue.elsewhereCount) {
    const isFailed = queue.failedCount > 0;
    return (
      <Notice
        tone={isFailed ? 'error' : 'warn'}
        actions={
          <Button look="text" onClick={actions.openQueue}>
            {t('popup.showFailed')}
          </Button>
        }
      >
        {isFailed ? plural('popup.failed', queue.failedCount) : plural('popup.elsewhere', queue.elsewhereCount ?? 0)}
      </Notice>
    );
  }
  return null;
}
