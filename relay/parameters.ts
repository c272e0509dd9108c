/** The values of each name, in a record without a prototype, as Hono reads them from an address. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** Reads a form (`application/x-www-form-urlencoded`). */
export function formValues(text: string): Values {
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    values[name] ??= [];
    values[name].push(value);
  }
  return values;
}

/**
 * The parameters of a request by name, or `undefined` when one is repeated, which RFC 6749 §3.1 and §3.2 forbid
 * (two readers could each believe another one). Empty values count as absent, as the same sections say.
 */
export function singleParameters(values: Values): Map<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const name in values) {
    const [value, second] = values[name] ?? [];
    if (second !== undefined) return undefined;
    if (value) parameters.set(name, value);
  }
  return parameters;
}
