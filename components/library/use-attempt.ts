import { useState } from 'preact/hooks';
import type { Outcome } from './model.ts';

/** Does one thing at a time that may fail, and tells why it did. `onDone` is called when it did not. */
export function useAttempt(onDone: () => void) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    isBusy,
    problem,
    async run(work: () => Outcome): Promise<void> {
      if (isBusy) return;
      setBusy(true);
      setProblem(undefined);
      const why = await work();
      setBusy(false);
      setProblem(why);
      if (why === undefined) onDone();
    },
  };
}
