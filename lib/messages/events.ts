import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { JobView } from './views.ts';

/** What the worker tells our open pages. */
const WorkerEvent = z.strictObject({ event: z.literal('jobChanged'), job: JobView });
type WorkerEvent = z.infer<typeof WorkerEvent>;

/** Tells our open pages; nobody listening is no failure. */
export async function tellPages(event: WorkerEvent): Promise<void> {
  await browser.runtime.sendMessage(event).catch(() => undefined);
}

/** Hears the worker's events in a page; gives the function that stops it. */
export function onWorkerEvent(hear: (event: WorkerEvent) => void): () => void {
  const listener = (message: unknown, sender: { id?: string; tab?: unknown }) => {
    if (sender.id !== browser.runtime.id || sender.tab) return;
    const parsed = z.safeParse(WorkerEvent, message);
    if (parsed.success) hear(parsed.data);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
