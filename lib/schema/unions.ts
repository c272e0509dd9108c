import { Invalid, type Output, type Schema, schema } from './core.ts';
import type { Choice } from './values.ts';

/** The first of several that fits. */
export function union<const Options extends readonly Schema[]>(options: Options): Schema<Output<Options[number]>> {
  return schema((value) => {
    for (const option of options) {
      const data = option.read(value);
      if (!(data instanceof Invalid)) return data as Output<Options[number]>;
    }
    return new Invalid('invalid_union');
  }, {});
}

/** One of several objects, told apart by what they have at `key`. */
export function discriminatedUnion<
  const Options extends readonly (Schema & { readonly shape: Readonly<Record<string, Schema>> })[],
>(key: string, options: Options): Schema<Output<Options[number]>> {
  const byValue = new Map<unknown, Schema>();
  for (const option of options) {
    const { options: values } = option.shape[key] as Choice<unknown>;
    for (const value of values) byValue.set(value, option);
  }
  return schema((value) => {
    const at = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
    const option = byValue.get(at);
    return option ? (option.read(value) as Output<Options[number]> | Invalid) : new Invalid('invalid_union', [key]);
  }, {});
}
