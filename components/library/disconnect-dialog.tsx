import { usePlural, useWords } from '../ui/words.tsx';
import { Ask } from './ask.tsx';
import type { Outcome } from './model.ts';

interface DisconnectDialogProps {
  /** Saves of this account that are not made yet. */
  readonly waitingCount: number;
  /** Whether they are let go of. */
  readonly discards: boolean;
  readonly onDiscards: (discards: boolean) => void;
  readonly onDisconnect: () => Outcome;
  readonly onClose: () => void;
}

/** Asks before it disconnects, and what becomes of the saves that wait. */
export function DisconnectDialog(props: DisconnectDialogProps) {
  const { waitingCount, discards, onDiscards, onDisconnect, onClose } = props;
  const t = useWords();
  const plural = usePlural();
  return (
    <Ask
      title={t('library.account.disconnectTitle')}
      yes={t('library.account.disconnect')}
      onYes={onDisconnect}
      onDone={onClose}
      onClose={onClose}
    >
      <p>{t('library.account.disconnectText')}</p>
      {waitingCount > 0 && (
        <label class="check">
          <input type="checkbox" checked={discards} onChange={(event) => onDiscards(event.currentTarget.checked)} />
          {plural('library.account.discardWaiting', waitingCount)}
        </label>
      )}
    </Ask>
  );
}
