import * as z from 'zod/mini';
import { captureTab } from '../../lib/browser/capture.ts';
import { injectorFor } from '../../lib/browser/inject.ts';
import { urlOfTab } from '../../lib/browser/tabs.ts';
import { Failure } from '../../lib/failure.ts';
import { readNow, type Sight } from '../../lib/gesture/read-now.ts';
import { crop } from '../../lib/image/crop.ts';
import type { RequestData } from '../../lib/messages/protocol.ts';
import type { Job } from '../../lib/save/job.ts';
import type { Outbox } from '../../lib/save/outbox.ts';

const Box = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  windowWidth: z.number().check(z.positive()),
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
 * Takes what of a save's picture is visible in the tab for the picture: what is left behind a referrer wall.
 * @throws Failure `needs-the-page`, `too-small`
 */
export async function cropOf(outbox: Outbox, { jobId, tabId, frameId, handle }: RequestData<'crop'>): Promise<void> {
  const which = handle ?? outbox.get(jobId)?.wish?.picture.url;
  if (which === undefined || frameId !== 0) throw new Failure('needs-the-page', 'no picture of the top frame');
  const box = Box.safeParse(await injectorFor(tabId).call(frameId, ['show', which]));
  if (!box.success) throw new Failure('needs-the-page', 'the picture is not on the page any more');
  const { bytes, ...size } = await crop(await captureTab(tabId), box.data);
  await outbox.keepBytes(jobId, { bytes, isPrivate: true, ...size });
}

function withoutHash(url: string | undefined): string | undefined {
  return url?.replace(/#.*$/s, '');
}
