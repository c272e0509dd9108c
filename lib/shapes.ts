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
