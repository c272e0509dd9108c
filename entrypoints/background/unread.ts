import * as z from 'zod/mini';
import { captureTab } from '../../lib/browser/capture.ts';
import { runFunction } from '../../lib/browser/inject.ts';
import { urlOfTab } from '../../lib/browser/tabs.ts';
import { readNow, type Sight } from '../../lib/gesture/read-now.ts';
import { crop } from '../../lib/image/crop.ts';
import { bytesOfDataUrl } from '../../lib/image/data-url.ts';
import { showPicture } from '../../lib/page/show.ts';
import type { Job } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';

const Box = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  windowWidth: z.number().check(z.refine((width) => width > 0)),
});

const needsThePage = ({ state, reason }: Job) => state === 'failed' && reason === 'needs-the-page';

/** Reads pictures of saves that need the page of this tab, which the person opened again; gives the ids of the others. */
export async function retryHere(
  outbox: Outbox,
  tabId: number,
  sightOf: (url: string) => Promise<Sight>,
): Promise<string[]> {
  const pageUrl = withoutHash(await urlOfTab(tabId));
  const unread: string[] = [];
  for (const { id, wish } of outbox.list().filter(needsThePage)) {
    const url = wish?.picture.url;
    if (!url || pageUrl === undefined || withoutHash(wish.page.url) !== pageUrl) continue;
    const seen = await readNow(url, await sightOf(url));
    if (seen) await outbox.keepBytes(id, seen);
    else unread.push(id);
  }
  return unread;
}

/**
 * Takes what of saves' pictures is visible in the tab for the pictures: what is left behind a referrer wall. Only the
 * top frame's can be found. Gives the ids of the others.
 */
export async function cropAll(outbox: Outbox, jobIds: readonly string[], tabId: number): Promise<string[]> {
  const unread: string[] = [];
  // One after the other: each has its picture scrolled into view.
  for (const id of jobIds) if (!(await cropOne(outbox, id, tabId).catch(() => false))) unread.push(id);
  return unread;
}

async function cropOne(outbox: Outbox, id: string, tabId: number): Promise<boolean> {
  const url = outbox.get(id)?.wish?.picture.url;
  const box = Box.safeParse(url && (await runFunction({ tabId, frameIds: [0] }, showPicture, url)));
  if (!box.success) return false;
  const { bytes, ...size } = await crop(new Blob([bytesOfDataUrl(await captureTab(tabId))]), box.data);
  return (await outbox.keepBytes(id, { bytes, isPrivate: true, ...size })) !== undefined;
}

function withoutHash(url: string | undefined): string | undefined {
  return url?.replace(/#.*$/s, '');
}
