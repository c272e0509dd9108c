import { RequestFailure } from './failure.ts';

/**
 * An answer came, but it cannot be read. Codes: `answer-empty`, `answer-is-html`, `answer-not-json`,
 * `answer-wrong-shape`. What it answers may have been done.
 */
export class UnreadableAnswer extends RequestFailure {
  override readonly name = 'UnreadableAnswer';

  constructor(
    code: 'answer-empty' | 'answer-is-html' | 'answer-not-json' | 'answer-wrong-shape',
    readonly status: number,
    message = `answer with status ${status} cannot be read`,
  ) {
    super(code, 'unknown', message);
  }
}

/** An id written as a number longer than a JavaScript number can hold, after the name of its field. */
const longNumericId = /("(?:\w*_)?id"\s*:\s*)(\d{16,40})(?=\s*[,}])/g;

/** Parses an answer. Ids written as numbers become strings before they could lose digits. */
export function parseJson({ status, text }: { status: number; text: string }): unknown {
  const trimmed = text.trim();
  if (trimmed === '') throw new UnreadableAnswer('answer-empty', status);
  if (trimmed.startsWith('<')) throw new UnreadableAnswer('answer-is-html', status);
  try {
    return JSON.parse(trimmed.replace(longNumericId, '$1"$2"'));
  } catch {
    // The parser's own message quotes the answer, which may hold a token.
    throw new UnreadableAnswer('answer-not-json', status);
  }
}
