import { browser } from 'wxt/browser';

/** Empties all browser storage of ours, the synced part too. */
export async function clearStorage(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.sync.clear(), browser.storage.session.clear()]);
}
