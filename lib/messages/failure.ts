import * as z from 'zod/mini';
import { Failure } from '../failure.ts';

/** What comes back over a channel: a value, or a failure's code and developer message. */
export const Answer = z.union([
  z.strictObject({ ok: z.literal(true), value: z.optional(z.unknown()) }),
  z.strictObject({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

/** Errors do not survive a channel; their codes do. Anything unnamed crosses as `unknown`, without its text. */
export function toWire(error: unknown): Answer {
  if (error instanceof Failure) return { ok: false, code: error.code, message: error.message };
  return { ok: false, code: 'unknown', message: error instanceof Error ? error.name : 'Error' };
}

/** The value of an answer; throws a {@link Failure} when the other side failed, or answered nonsense. */
export function fromWire(answer: unknown): unknown {
  const parsed = z.safeParse(Answer, answer);
  if (!parsed.success) throw new Failure('no-answer', 'the other side did not answer in our form');
  if (!parsed.data.ok) throw new Failure(parsed.data.code, parsed.data.message);
  return parsed.data.value;
}
