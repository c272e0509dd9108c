import type { Outcome } from '../../components/library/model.ts';
import { Failure } from '../../lib/failure.ts';
import { translate, type WordKey } from '../../lib/words/translate.ts';

/** Why something could not be shown or changed, as a sentence. */
export function problemOf(error: unknown): string {
  const code = error instanceof Failure ? error.code : 'unknown';
  const key = `library.problem.${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  return translate(key as WordKey) || translate('library.problem.unknown');
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
