import type { ReadonlySignal } from '@preact/signals';
import type { ToastView } from '../../lib/messages/toast.ts';
import { Toast } from './toast.tsx';

export type ToastActions = {
  onUndo(key: string): void;
  onRetry(key: string): void;
  /** Lets others see a picture that only the person sees. */
  onShare(key: string): void;
  onDiscard(key: string): void;
  onEdit(key: string): void;
  onNext(): void;
  onStop(): void;
  /** The toast has been there long enough, or was closed. */
  onLeave(key: string): void;
};

/** The stack of toasts on a page, newest last. */
export function Toasts({ toasts, ...actions }: { toasts: ReadonlySignal<ToastView[]> } & ToastActions) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <Toast key={toast.key} toast={toast} {...actions} />
      ))}
    </div>
  );
}
