import { browser } from 'wxt/browser';

/** Opens Options in a tab of its own. */
export function openOptions(): Promise<void> {
  return browser.runtime.openOptionsPage();
}

/** Opens *Welcome* in a tab of its own. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Opens the library in a tab of its own. @param hash which part of it: `#waiting` */
export async function openLibrary(hash = ''): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') + hash });
}

/** Opens the words of one save in a small window. */
export async function openEditorWindow(jobId: string): Promise<void> {
  const url = browser.runtime.getURL(`/edit.html?save=${encodeURIComponent(jobId)}`);
  await browser.windows.create({ url, type: 'popup', width: 460, height: 640 });
}
