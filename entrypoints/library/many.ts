import { signal } from '@preact/signals';
import type { ManyRun } from '../../components/library/model.ts';
import type { LibraryPin } from '../../lib/messages/library-views.ts';
import { problemOf } from './problem.ts';

/** Does one thing to many pins, one after the other, at the pace that Pinterest's rate limits leave. */
export function createMany() {
  const run = signal<ManyRun>();
  let stopping = new AbortController();

  return {
    run,
    async start(kind: ManyRun['kind'], pins: readonly LibraryPin[], act: (pin: LibraryPin) => Promise<unknown>) {
      if (run.value && !run.value.isOver) return;
      stopping = new AbortController();
      const { signal: stopped } = stopping;
      let state: ManyRun = { kind, total: pins.length, doneCount: 0, failures: [], isOver: false };
      run.value = state;
      for (const pin of pins) {
        if (stopped.aborted) break;
        try {
          await act(pin);
          state = { ...state, doneCount: state.doneCount + 1 };
        } catch (error) {
          state = { ...state, failures: [...state.failures, { pin, problem: problemOf(error) }] };
        }
        run.value = state;
      }
      run.value = { ...state, isOver: true };
    },
    stop: () => stopping.abort(),
    dismiss() {
      if (run.value?.isOver) run.value = undefined;
    },
  };
}
