import type { ReadonlySignal } from '@preact/signals';
import type { ToastView } from '../../lib/messages/toast.ts';
import { useSignalValue } from '../ui/use-signal-value.ts';
import type { ToastActions } from './actions.ts';
import { Toast } from './toast.tsx';

/** The stack of toasts on a page, newest last. */
export function Toasts({ toasts, ...actions }: { toasts: ReadonlySignal<ToastView[]> } & ToastActions) {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {useSignalValue(toasts).map((toast) => (
        <Toast key={toast.key} toast={toast} {...actions} />
      ))}
    </div>
  );
}
