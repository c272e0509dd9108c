import { browser } from 'wxt/browser';

/** Where Pinterest takes the files of videos. https://developers.pinterest.com/docs/api/v5/media-create */
const upload = { origins: ['https://pinterest-media-upload.s3-accelerate.amazonaws.com/*'] };

/** Asks for the right to send files there. Call it first in a click's handler: after an await the browser refuses. */
export function requestVideoUpload(): Promise<boolean> {
  return browser.permissions.request(upload);
}

/** Gives the right back. */
export async function dropVideoUpload(): Promise<void> {
  await browser.permissions.remove(upload);
}
