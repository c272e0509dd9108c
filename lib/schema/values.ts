import { Invalid, plain, type Schema, schema } from './core.ts';

type Primitive = string | number | boolean | null | undefined;

/** A schema of one or several values, known by them: unions are told apart by it. */
export interface Choice<Value> extends Schema<Value> {
  readonly options: readonly Value[];
}

export const string = (): Schema<string> => plain((value) => typeof value === 'string');
export const boolean = (): Schema<boolean> => plain((value) => typeof value === 'boolean');
export const unknown = (): Schema<unknown> => plain(() => true);
/** Finite numbers only. */
export const number = (): Schema<number> => plain(Number.isFinite);
/** Safe integers only. */
export const int = (): Schema<number> => plain(Number.isSafeInteger);

export function literal<const Value extends Primitive>(only: Value): Choice<Value> {
  return choice([only]);
}

export function choice<const Value extends Primitive>(options: readonly Value[]): Choice<Value> {
  const known = new Set<unknown>(options);
  const read = (value: unknown) => (known.has(value) ? (value as Value) : new Invalid('invalid_value'));
  return schema(read, { options });
}

export const nothing = (): Schema<undefined> => plain((value) => value === undefined);

export function instance<T>(type: abstract new (...args: never[]) => T): Schema<T> {
  return plain((value) => value instanceof type);
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const uuid = (): Schema<string> =>
  plain((value) => typeof value === 'string' && uuidPattern.test(value), 'invalid_format');

/** An address with a scheme, without the spaces around it. */
export const url = (): Schema<string> =>
  schema((value) => {
    if (typeof value !== 'string') return new Invalid('invalid_type');
    return URL.canParse(value) ? value.trim() : new Invalid('invalid_format');
  }, {});
