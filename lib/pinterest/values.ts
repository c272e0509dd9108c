import * as z from 'zod/mini';
import { InvalidValue } from './failure.ts';

/** An id as we send it. */
export const Id = z.string().check(z.regex(/^\d{1,40}$/));

/** An id as it is answered: a string, in some fixtures a number. */
export const AnswerId = z.pipe(z.pipe(z.union([z.string(), z.number()]), z.transform(String)), Id);

/**
 * A text of at most `max` characters, counted as Pinterest counts them: Unicode code points, as JSON Schema's
 * `maxLength` does (an emoji is one, although JavaScript's `length` says two).
 */
export function Text(max: number) {
  return z.string().check(z.refine((text) => text.length <= max || countCodePoints(text) <= max, `over ${max} long`));
}

/** A field of an answer that nothing depends on: whatever does not fit is as if it were absent. */
export function loose<Schema extends z.core.SomeType>(schema: Schema) {
  return z.catch(z.nullish(schema), undefined);
}

/** Checks what is to be sent. @throws InvalidValue, which names the field and never holds the value */
export function check<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new InvalidValue(issue?.path.join('.') ?? '', issue?.code ?? 'invalid');
}

/** Reads Pinterest's times, which carry no zone and mean UTC. Milliseconds since 1970, or undefined. */
export function parseTime(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const ms = Date.parse(/[zZ]$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
