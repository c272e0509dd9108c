import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';

/** What a signal holds; the component is drawn anew when that changes. */
export function useSignalValue<T>(signal: ReadonlySignal<T>): T {
  const [value, show] = useState(() => signal.peek());
  useLayoutEffect(() => signal.subscribe((next) => show(() => next)), [signal]);
  return value;
}
