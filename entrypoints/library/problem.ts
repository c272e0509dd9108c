import type { Outcome } from '../../components/library/model.ts';
import { Failure } from '../../lib/failure.ts';
import { problem } from '../../lib/words/problem.ts';
import { translate } from '../../lib/words/translate.ts';

/** Why something could not be shown or changed, as a sentence. */
export function problemOf(error: unknown): string {
  return problem(error instanceof Failure ? error.code : 'unknown', translate);
}

/** Does something that may fail; gives nothing, or why not. */
export async function attempt(work: () => Promise<unknown>): Outcome {
  try {
    await work();
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

/** A deletion. Where somebody else came first, that is what was wanted. */
export async function unlessGone(code: string, deletion: Promise<unknown>): Promise<void> {
  await deletion.catch((error: unknown) => {
    if (!(error instanceof Failure) || error.code !== code) throw error;
  });
}
