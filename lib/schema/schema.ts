/**
 * Schemas that read a value and give its type. Names and meaning are those of `zod/mini`, of which this is the part that
 * Tack uses: zod weighs 11 KB in every script, this one. A test compares the two.
 */
import type { Output, Result, Schema } from './core.ts';

export { maximum, maxLength, minimum, minLength, nonnegative, refine, regex, startsWith } from './checks.ts';
export type { Output as infer, Output as output, Schema } from './core.ts';
export { array, extend, object, omit, partial, record, strictObject, tuple } from './objects.ts';
export { discriminatedUnion, union } from './unions.ts';
export {
  boolean,
  choice as enum,
  instance as instanceof,
  int,
  literal,
  nothing as undefined,
  number,
  string,
  unknown,
  url,
  uuid,
} from './values.ts';
export { exactOptional, fallBack as catch, nullable, nullish, optional, pipe, transform } from './wrappers.ts';

/** As the method of that name, for where a schema's type is a parameter. */
export function safeParse<S extends Schema>(schema: S, value: unknown): Result<Output<S>> {
  return schema.safeParse(value) as Result<Output<S>>;
}
