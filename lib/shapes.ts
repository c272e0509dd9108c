import * as z from 'zod/mini';

// `z.int`, `z.minimum` and `z.record` each bring code for formats, origins and keys that are nobody's here: together
// more than a kilobyte of every script that reads a message.

/** A whole number. */
export const Int = z.number().check(z.refine(Number.isSafeInteger));

/** A whole number, 0 or more. */
export const Count = z.number().check(z.refine((value) => Number.isSafeInteger(value) && value >= 0));

/** A whole number from `least` to `most`. */
export const intFrom = (least: number, most: number) =>
  z.number().check(z.refine((value) => Number.isSafeInteger(value) && value >= least && value <= most));

/** An object of any names with values of one shape. */
export const dictionary = <S extends z.ZodMiniType>(value: S) => z.catchall(z.object({}), value);

// A bundle leaves out a schema that nobody in it uses, but not where one of its parts was made by `.check()`: a call of a
// method may do anything. Calls of these two are known to do nothing else.

/** A text of `most` characters at most, that passes these checks too. */
/* @__NO_SIDE_EFFECTS__ */
export function textUpTo(most: number, ...checks: Parameters<z.ZodMiniString['check']>) {
  return z.string().check(z.maxLength(most), ...checks);
}

/** A list of `most` items at most, that passes these checks too. */
/* @__NO_SIDE_EFFECTS__ */
export function listUpTo<S extends z.ZodMiniType>(
  item: S,
  most: number,
  ...checks: Parameters<z.ZodMiniArray<S>['check']>
) {
  return z.array(item).check(z.maxLength(most), ...checks);
}

/** What Pinterest names a pin, a board or a section by. */
export const NumericId = textUpTo(40, z.regex(/^\d+$/));
