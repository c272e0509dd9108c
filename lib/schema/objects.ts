import { Invalid, type Output, type Schema, schema } from './core.ts';
import { type Optional, optional } from './wrappers.ts';

type Shape = Readonly<Record<string, Schema>>;
type Flat<T> = { [K in keyof T]: T[K] };
type MayLack<S extends Shape> = { [K in keyof S]: S[K] extends { readonly absent: 'left-out' } ? K : never }[keyof S];
type Fields<S extends Shape> = Flat<
  { [K in Exclude<keyof S, MayLack<S>>]: Output<S[K]> } & { [K in MayLack<S>]?: Output<S[K]> }
>;

export interface ObjectSchema<S extends Shape = Shape> extends Schema<Fields<S>> {
  readonly shape: S;
  readonly isStrict: boolean;
}

type Bag = Record<string, unknown>;

const isObject = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of these fields; whatever else it has is left out. */
export const object = <S extends Shape>(shape: S): ObjectSchema<S> => fields(shape, false);

/** An object of these fields and no others. */
export const strictObject = <S extends Shape>(shape: S): ObjectSchema<S> => fields(shape, true);

function fields<S extends Shape>(shape: S, isStrict: boolean): ObjectSchema<S> {
  const entries = Object.entries(shape);
  const read = (value: unknown) => {
    if (!isObject(value)) return new Invalid('invalid_type');
    const result: Bag = {};
    for (const [key, field] of entries) {
      const isThere = key in value;
      if (!isThere && field.absent !== 'read') {
        if (field.absent === 'left-out') continue;
        return new Invalid('invalid_type', [key]);
      }
      const data = field.read(value[key]);
      if (data instanceof Invalid) return data.under(key);
      result[key] = data;
    }
    if (isStrict && Object.keys(value).some((key) => !Object.hasOwn(shape, key))) {
      return new Invalid('unrecognized_keys');
    }
    return result as Fields<S>;
  };
  return schema(read, { shape, isStrict });
}

export function extend<S extends Shape, More extends Shape>(base: ObjectSchema<S>, more: More) {
  return fields({ ...base.shape, ...more } as Flat<Omit<S, keyof More> & More>, base.isStrict);
}

export function omit<S extends Shape, K extends keyof S>(base: ObjectSchema<S>, keys: Readonly<Record<K, true>>) {
  const kept = Object.entries(base.shape).filter(([key]) => !Object.hasOwn(keys, key));
  return fields(Object.fromEntries(kept) as Flat<Omit<S, K>>, base.isStrict);
}

/** The same with every field optional. */
export function partial<S extends Shape>(base: ObjectSchema<S>) {
  const loosened = Object.entries(base.shape).map(([key, field]) => [key, optional(field)]);
  return fields(Object.fromEntries(loosened) as { [K in keyof S]: Optional<Output<S[K]> | undefined> }, base.isStrict);
}

export function array<S extends Schema>(element: S): Schema<Output<S>[]> {
  return schema((value) => {
    if (!Array.isArray(value)) return new Invalid('invalid_type');
    const result: unknown[] = [];
    for (let at = 0; at < value.length; at++) {
      const data = element.read(value[at]);
      if (data instanceof Invalid) return data.under(at);
      result.push(data);
    }
    return result as Output<S>[];
  }, {});
}

export function tuple<const Items extends readonly Schema[]>(
  items: Items,
): Schema<{ -readonly [K in keyof Items]: Output<Items[K]> }> {
  return schema((value) => {
    if (!Array.isArray(value) || value.length !== items.length) return new Invalid('invalid_type');
    const result: unknown[] = [];
    for (const [at, item] of items.entries()) {
      const data = item.read(value[at]);
      if (data instanceof Invalid) return data.under(at);
      result.push(data);
    }
    return result as { -readonly [K in keyof Items]: Output<Items[K]> };
  }, {});
}

/** An object of any keys. A key `__proto__` is left out: it would name the object's prototype. */
export function record<K extends Schema<string>, V extends Schema>(
  keys: K,
  values: V,
): Schema<Record<Output<K>, Output<V>>> {
  return schema((value) => {
    // Dates, maps and the like have entries of no kind.
    if (Object.prototype.toString.call(value) !== '[object Object]') return new Invalid('invalid_type');
    const result: Bag = {};
    for (const [key, one] of Object.entries(value as Bag)) {
      if (key === '__proto__') continue;
      if (keys.read(key) instanceof Invalid) return new Invalid('invalid_key', [key]);
      const data = values.read(one);
      if (data instanceof Invalid) return data.under(key);
      result[key] = data;
    }
    return result as Record<Output<K>, Output<V>>;
  }, {});
}
