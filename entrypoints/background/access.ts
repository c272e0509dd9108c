import { hasPictureAccess } from '../../lib/browser/picture-access.ts';
import { picturesOf } from '../../lib/save/album.ts';
import type { Outbox } from '../../lib/save/outbox.ts';

/** A right to a host was given: saves that waited for it go on. */
export async function retryAfterAccess(outbox: Outbox): Promise<void> {
  for (const { id, state, reason, wish } of outbox.list()) {
    if (state !== 'failed' || reason !== 'needs-the-page' || !wish) continue;
    const urls = picturesOf(wish).flatMap(({ url }) => (url?.startsWith('http') ? url : []));
    const rights = await Promise.all(urls.map(hasPictureAccess));
    if (rights.includes(true)) await outbox.retry(id);
  }
}
