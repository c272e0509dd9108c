import { Invalid, type Output, type Schema, schema } from './core.ts';

/** A field that an object may lack. */
export interface Optional<Out> extends Schema<Out> {
  readonly absent: 'left-out';
}

/** What one schema says about absence, said of another output. */
type Like<S extends Schema, Out> = S extends { readonly absent: 'left-out' } ? Optional<Out> : Schema<Out>;

/** Absent or undefined is fine, too. */
export function optional<S extends Schema>(inner: S): Optional<Output<S> | undefined> {
  return schema((value) => (value === undefined ? undefined : (inner.read(value) as Output<S> | Invalid)), {
    absent: 'left-out' as const,
  });
}

/** Absent is fine, too; undefined is not. */
export function exactOptional<S extends Schema>(inner: S): Optional<Output<S>> {
  return schema((value) => inner.read(value) as Output<S> | Invalid, { absent: 'left-out' as const });
}

export function nullable<S extends Schema>(inner: S): Like<S, Output<S> | null> {
  return schema((value) => (value === null ? null : inner.read(value)), { absent: inner.absent }) as never;
}

export const nullish = <S extends Schema>(inner: S): Optional<Output<S> | null | undefined> =>
  optional(nullable(inner)) as never;

/** Whatever does not fit becomes `fallback`. */
export function fallBack<S extends Schema>(inner: S, fallback: NoInfer<Output<S>>): Like<S, Output<S>> {
  const read = (value: unknown) => {
    const data = inner.read(value);
    return data instanceof Invalid ? fallback : data;
  };
  return schema(read, { absent: inner.absent ?? ('read' as const) }) as never;
}

/** What the first schema gives, read by the second. */
export function pipe<Out extends Schema>(first: Schema, second: Out): Schema<Output<Out>> {
  return schema((value) => {
    const data = first.read(value);
    return (data instanceof Invalid ? data : second.read(data)) as Output<Out> | Invalid;
  }, {});
}

/** Makes something else of a value; meant as the second part of a pipe. */
// biome-ignore lint/suspicious/noExplicitAny: the first part of the pipe has said what comes in.
export const transform = <Out>(make: (value: any) => Out): Schema<Out> => schema(make, {});
