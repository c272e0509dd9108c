/**
 * The parameters of a request by name, or `undefined` when one is repeated, which RFC 6749 §3.1 and §3.2 forbid
 * (two readers could each believe another one). Empty values count as absent, as the same sections say.
 */
export function singleParameters(search: URLSearchParams): Map<string, string> | undefined {
  const parameters = new Map<string, string>();
  const seen = new Set<string>();
  for (const [name, value] of search) {
    if (seen.has(name)) return undefined;
    seen.add(name);
    if (value !== '') parameters.set(name, value);
  }
  return parameters;
}
