import { hasPictureAccess } from '../../lib/browser/picture-access.ts';
import type { Outbox } from '../../lib/save/outbox.ts';

/** A right to a host was given: saves that waited for it go on. */
export async function retryAfterAccess(outbox: Outbox): Promise<void> {
  for (const { id, state, reason, wish } of outbox.list()) {
    const url = wish?.picture.url;
    if (state !== 'failed' || reason !== 'needs-the-page' || !url?.startsWith('http')) continue;
    if (await hasPictureAccess(url)) await outbox.retry(id);
  }
}
