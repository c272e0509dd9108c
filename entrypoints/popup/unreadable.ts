import type { UnreadableReason } from '../../components/popup/model.ts';

const stores =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/;

/**
 * Chromium hides a file's address from who may not read files, and then lacks a right to its "host"; of its own pages it
 * says that nobody may.
 */
const missesHost = (refusal: Error) => /access contents of the page/.test(String(refusal.cause));

/** Why a page that would not be read cannot be. */
export function unreadableReason(url: string, refusal: Error): UnreadableReason {
  if (stores.test(url)) return 'store';
  if (/\.pdf($|[?#])/i.test(url)) return 'pdf';
  if (url.startsWith('file:') || (!url && missesHost(refusal))) return 'file';
  return /^https?:/.test(url) ? 'not-allowed' : 'browser';
}
