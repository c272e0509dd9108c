import { useEffect, useState } from 'preact/hooks';
import type { ToastView } from '../../lib/messages/toast.ts';
import { useWords } from '../ui/words.tsx';
import type { ToastActions } from './actions.ts';
import { usePressGuard } from './guard.ts';
import { toastWords } from './words.ts';

const settledMs = 8_000;

type Props = { toast: ToastView } & ToastActions;

/** One toast: what became of a save, with what can be done about it. Never takes the focus. */
export function Toast({ toast, ...actions }: Props) {
  const words = useWords();
  const { title, detail, tone, isReason, isSettled } = toastWords(toast, words);
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (!isSettled || isHeld) return;
    const timer = setTimeout(() => actions.onLeave(toast.key), settledMs);
    return () => clearTimeout(timer);
  }, [isSettled, isHeld, toast]);

  return (
    <div
      class={`toast ${tone} ${isReason ? 'explains' : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      {toast.kind === 'save' && <Thumbnail url={toast.thumbnailUrl} />}
      <div class="text">
        <b>{title}</b>
        {detail && <span>{detail}</span>}
      </div>
      <div class="actions">
        <ToastButtons toast={toast} {...actions} />
      </div>
    </div>
  );
}

function Thumbnail({ url }: { url: string | undefined }) {
  const [isBroken, setBroken] = useState(false);
  if (!url || isBroken) return <span class="thumbnail" />;
  return <img class="thumbnail" src={url} alt="" onError={() => setBroken(true)} />;
}

function ToastButtons({ toast, ...actions }: Props) {
  const words = useWords();
  if (toast.kind === 'note') return null;
  if (toast.kind === 'window')
    return (
      <>
        <PressButton label={words('toast.next')} onPress={actions.onNext} />
        <PressButton label={words('toast.stop')} onPress={actions.onStop} />
      </>
    );
  const isOver = toast.state === 'undone' || toast.state === 'undoing' || toast.state === 'discarded';
  if (isOver || toast.isRefused) return null;
  if (toast.state === 'failed' && toast.isPrivateQuestion)
    return (
      <>
        <PressButton label={words('toast.share')} onPress={() => actions.onShare(toast.key)} />
        <PressButton label={words('toast.dontShare')} onPress={() => actions.onDiscard(toast.key)} />
      </>
    );
  if (toast.state === 'failed')
    return (
      <>
        <PressButton label={words('toast.retry')} onPress={() => actions.onRetry(toast.key)} />
        <PressButton label={words('toast.edit')} onPress={() => actions.onEdit(toast.key)} />
      </>
    );
  return (
    <>
      <PressButton label={words('toast.undo')} onPress={() => actions.onUndo(toast.key)} />
      <PressButton label={words('toast.edit')} onPress={() => actions.onEdit(toast.key)} />
      {toast.state === 'saved' && <PressButton label={words('toast.view')} onPress={() => actions.onView(toast.key)} />}
    </>
  );
}

function PressButton({ label, onPress }: { label: string; onPress: () => void }) {
  const { button, guard } = usePressGuard();
  return (
    <button type="button" ref={button} onClick={guard(onPress)}>
      {label}
    </button>
  );
}
