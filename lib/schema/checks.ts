import type { Check } from './core.ts';

type Sized = { readonly length: number };

export const minLength =
  (least: number): Check<Sized> =>
  ({ length }) =>
    length < least ? 'too_small' : undefined;

export const maxLength =
  (most: number): Check<Sized> =>
  ({ length }) =>
    length > most ? 'too_big' : undefined;

export const minimum =
  (least: number): Check<number> =>
  (value) =>
    value < least ? 'too_small' : undefined;

export const maximum =
  (most: number): Check<number> =>
  (value) =>
    value > most ? 'too_big' : undefined;

export const nonnegative = (): Check<number> => minimum(0);

export const regex =
  (pattern: RegExp): Check<string> =>
  (text) =>
    pattern.test(text) ? undefined : 'invalid_format';

export const startsWith =
  (start: string): Check<string> =>
  (text) =>
    text.startsWith(start) ? undefined : 'invalid_format';

/** Any condition. */
export const refine =
  <T>(holds: (value: T) => boolean): Check<T> =>
  (value) =>
    holds(value) ? undefined : 'custom';
