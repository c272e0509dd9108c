import { type ReadonlySignal, signal } from '@preact/signals';
import * as z from 'zod/mini';
import { ToastMessage, type ToastView } from '../../lib/messages/toast.ts';

const mostAtOnce = 3;

/** The toasts of this page: the worker's messages in, what is shown out. */
export function createToasts() {
  const shown = signal<ToastView[]>([]);

  const put = (toast: ToastView, replaced = toast.key) => {
    const isOld = ({ key }: ToastView) => key === replaced || key === toast.key;
    const place = shown.value.findIndex(isOld);
    const others = shown.value.filter((other) => !isOld(other));
    shown.value = place < 0 ? [...others, toast].slice(-mostAtOnce) : others.toSpliced(place, 0, toast);
  };

  return {
    shown: shown as ReadonlySignal<ToastView[]>,
    /** Listener for the worker's messages. */
    hear(message: unknown): void {
      const parsed = z.safeParse(ToastMessage, message);
      if (parsed.success) put(parsed.data.toast, parsed.data.replaces);
    },
    leave(key: string): void {
      shown.value = shown.value.filter((toast) => toast.key !== key);
    },
    /** Asks the worker; a refusal is shown as a note. */
    async act(ask: () => Promise<unknown>): Promise<void> {
      await ask().catch(() => put({ kind: 'note', key: 'refused', code: 'error.unknown' }));
    },
  };
}
