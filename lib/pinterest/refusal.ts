import * as z from 'zod/mini';
import type { Answer } from '../http/exchange.ts';
import { parseJson } from '../http/parse-json.ts';
import { type Refusal, Refused } from './failure.ts';

/** Pinterest's error body: `{"code": 40, "message": "Board not found."}`, seldom with more detail. */
const ErrorBody = z.object({
  code: z.pipe(
    z.union([z.number(), z.string()]),
    z.transform((code) => Number(code)),
  ),
  message: z.catch(z.string(), ''),
  message_detail: z.catch(z.optional(z.string()), undefined),
});

/** A readable refusal, or undefined when the body is not Pinterest's: then nothing is known. */
export function readRefusal(answer: Answer): Refusal | undefined {
  try {
    const body = ErrorBody.safeParse(parseJson(answer));
    if (!body.success || !Number.isSafeInteger(body.data.code)) return undefined;
    return {
      status: answer.status,
      pinterestCode: body.data.code,
      requestId: answer.headers.get('x-pinterest-rid') ?? undefined,
      text: [body.data.message, body.data.message_detail ?? ''].join(' ').trim(),
    };
  } catch {
    return undefined;
  }
}

/** 429 is not always a rate limit: a link taken for spam is refused with code 9, and no waiting helps. */
export function isSpam({ status, pinterestCode, text }: Refusal): boolean {
  return (status === 429 && pinterestCode === 9) || (status < 500 && /\bspam\b|blocked this link/i.test(text));
}

type Rule = readonly [statuses: readonly number[], code: number | undefined, text: RegExp | undefined, name: string];

/**
 * Why a request was refused, first match wins. Statuses come first because the documents give codes 1, 2, 3, 4 and 8
 * other meanings; a code or a wording only refines. Sources: OpenAPI 5.16 to 5.23 and answers seen live.
 */
const rules: readonly Rule[] = [
  [[400, 403], undefined, /could not fetch the image|unable to reach the url/i, 'picture-unreachable'],
  [[400, 403], undefined, /format of the image|image format/i, 'picture-format'],
  [[400, 403], 233, undefined, 'picture-too-small'],
  [[400, 403], undefined, /image is too small/i, 'picture-too-small'],
  [[400, 403], 235, undefined, 'picture-broken'],
  [[400, 403], undefined, /image is broken/i, 'picture-broken'],
  [[400], undefined, /same width\/height ratio/i, 'pictures-differ'],
  [[400, 403], undefined, /doesn't allow you to save/i, 'link-not-allowed'],
  [[400], undefined, /invalid url/i, 'link-invalid'],
  [[400, 409], 58, undefined, 'duplicate-board'],
  [[400, 409], undefined, /already have a board|invalid or duplicated/i, 'duplicate-board'],
  [[401], undefined, /restricted feature/i, 'feature-not-granted'],
  [[401, 403], undefined, /consumer type/i, 'app-not-approved'],
  [[401], 3, undefined, 'app-not-approved'],
  [[401], 7, undefined, 'not-permitted'],
  [[401], undefined, undefined, 'sign-in-again'],
  [[403], undefined, /trial access/i, 'trial-app'],
  [[403], undefined, undefined, 'not-permitted'],
  [[404], 40, undefined, 'board-not-found'],
  [[404], 50, undefined, 'pin-not-found'],
  [[404], 2031, undefined, 'section-not-found'],
  [[404], undefined, /section/i, 'section-not-found'],
  [[404], undefined, /board/i, 'board-not-found'],
  [[404], undefined, /\bpin\b/i, 'pin-not-found'],
  [[404], undefined, undefined, 'not-found'],
  [[409], undefined, undefined, 'board-busy'],
  [[413], undefined, undefined, 'picture-too-large'],
];

/** The named failure of a readable refusal that is neither a rate limit nor an expired token. */
export function refused(refusal: Refusal): Refused {
  const { status, pinterestCode, text } = refusal;
  if (isSpam(refusal)) return new Refused('link-blocked', refusal);
  const rule = rules.find(
    ([statuses, code, wording]) =>
      statuses.includes(status) &&
      (code === undefined || code === pinterestCode) &&
      (wording === undefined || wording.test(text)),
  );
  const name = rule?.[3] ?? 'bad-request';
  return new Refused(name, refusal, name === 'sign-in-again' || name === 'board-busy' ? 'wait' : 'refused');
}
