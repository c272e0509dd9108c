import { browser } from 'wxt/browser';

/** A part of `storage.session` under a prefix, for values that are many and have no names of their own. */
export function sessionPart(prefix: string) {
  return {
    async get(key: string): Promise<unknown> {
      return (await browser.storage.session.get(prefix + key))[prefix + key];
    },
    set: (key: string, value: unknown): Promise<void> => browser.storage.session.set({ [prefix + key]: value }),
    /** Every key of the part, without the prefix, with its value. */
    async all(): Promise<Record<string, unknown>> {
      const entries = Object.entries(await browser.storage.session.get(null));
      const own = entries.filter(([key]) => key.startsWith(prefix));
      return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
    },
  };
}
