import { callApi } from './api.ts';
import { extensionOrigin, type Firefox } from './firefox.ts';
import { openTab } from './pages.ts';

/** All of `browser.storage`, as one text: in Firefox a content script reads `local` and `sync` whole. */
export async function everythingStored(firefox: Firefox): Promise<string> {
  const options = await openTab(firefox, `${extensionOrigin}/options.html`);
  const areas = [];
  for (const area of ['local', 'session', 'sync']) areas.push(await callApi(options, `storage.${area}.get`, null));
  return areas.join('\n');
}
