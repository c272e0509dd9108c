import * as z from 'zod/mini';
import { intFrom, textUpTo } from '../shapes.ts';
import { item } from '../storage/item.ts';
import { defaultTemplates } from './templates.ts';

/** What the person chose. Every field has a catch: one bad value falls back by itself, the rest survives. */
export const Settings = z.object({
  version: z.catch(z.literal(1), 1),
  /** What the toolbar button does. */
  toolbarButton: z.catch(z.enum(['popup', 'quick-pin']), 'popup'),
  /** Through Tack's own connection, or Pinterest's save window even when connected. */
  saveThrough: z.catch(z.enum(['tack', 'window']), 'tack'),
  /** Boards in the context menu. */
  menuLength: z.catch(intFrom(1, 8), 8),
  /** The menu, the offline picker and the "saved to" marks may remember boards by name. */
  keepBoardNames: z.catch(z.boolean(), true),
  /** Waits five seconds before a save is sent, in which it can be undone without a trace. */
  waitBeforeSending: z.catch(z.boolean(), false),
  boardOrder: z.catch(z.enum(['recent', 'name']), 'recent'),
  /** Asks Pinterest for secret boards too, at the next sign-in. */
  secretBoards: z.catch(z.boolean(), false),
  /** What a new pin's title and description are made of: texts with `{title}`, `{description}`, `{alt}`, `{site}`. */
  titleTemplate: z.catch(textUpTo(200), defaultTemplates.title),
  descriptionTemplate: z.catch(textUpTo(800), defaultTemplates.description),
  /** An experiment: saves videos from files that a page plays. */
  videoPins: z.catch(z.boolean(), false),
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  /** The popup shows description, alt text and link at once. */
  showAllFields: z.catch(z.boolean(), false),
});
export type Settings = z.infer<typeof Settings>;

const defaults = (): Settings => Settings.parse({});

export const settings = item('sync', 'settings', Settings, defaults);

/** Changes some settings and keeps the others. */
export function changeSettings(change: Partial<Settings>): Promise<Settings> {
  return settings.update((current) => ({ ...current, ...change }));
}
