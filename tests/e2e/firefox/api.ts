import type { Page } from './pages.ts';

type Call = (argument: unknown) => Promise<unknown>;
/** One of Tack's pages as its own scripts see it: the browser's tests look through a wrapper. */
type Unwrapped = { wrappedJSObject: { JSON: JSON; browser: Record<string, Record<string, unknown>> } };

/** Calls a function of `browser` in one of Tack's own pages, by its path (`storage.local.get`); gives its answer as JSON. */
export function callApi(page: Page, path: string, argument: unknown): Promise<string> {
  return page.run(
    async (window, names, json) => {
      const { browser, JSON: text } = (window as unknown as Unwrapped).wrappedJSObject;
      const last = names.at(-1) ?? '';
      let owner = browser as Record<string, unknown>;
      for (const name of names.slice(0, -1)) owner = owner[name] as Record<string, unknown>;
      return text.stringify(await (owner[last] as Call)(text.parse(json)));
    },
    path.split('.'),
    JSON.stringify(argument),
  );
}
