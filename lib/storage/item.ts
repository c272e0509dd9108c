import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

/** One named value of browser storage. What is read is parsed; what does not parse counts as absent. */
export interface Item<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Reads, changes and writes; calls in the same context do not interleave. */
  update(change: (value: T) => T): Promise<T>;
  remove(): Promise<void>;
  /** Calls back with every later value, whoever wrote it; gives the function that stops it. */
  watch(onChange: (value: T) => void): () => void;
}

/**
 * Declares a stored value.
 *
 * @param area `session` lives as long as the browser runs and is closed to content scripts; `sync` follows the person.
 * @param fallback what is read when nothing, or nothing valid, is stored
 */
export function item<S extends z.ZodMiniType>(
  area: 'local' | 'session' | 'sync',
  key: string,
  schema: S,
  fallback: () => z.output<S>,
): Item<z.output<S>> {
  const parse = (stored: unknown): z.output<S> => {
    const parsed = z.safeParse(schema, stored);
    return parsed.success ? parsed.data : fallback();
  };
  const get = async () => parse((await browser.storage[area].get(key))[key]);
  const set = (value: z.output<S>) => browser.storage[area].set({ [key]: value });
  let last: Promise<unknown> = Promise.resolve();

  return {
    get,
    set,
    update(change) {
      const next = last.then(async () => {
        const value = change(await get());
        await set(value);
        return value;
      });
      last = next.catch(() => undefined);
      return next;
    },
    remove: () => browser.storage[area].remove(key),
    watch(onChange) {
      const listener = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
        if (changed === area && key in changes) onChange(parse(changes[key]?.newValue));
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}
