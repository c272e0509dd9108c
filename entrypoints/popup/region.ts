import type { Frame } from '../../components/popup/cut-frame.ts';
import type { Shot } from '../../components/popup/model.ts';
import { captureTab } from '../../lib/browser/capture.ts';

/** What the tab shows, with its size; undefined where the browser does not let us look. */
export async function takeShot(tabId: number): Promise<Shot | undefined> {
  const url = await captureTab(tabId).catch(() => undefined);
  const image = url && (await load(url));
  return image ? { url, widthPx: image.naturalWidth, heightPx: image.naturalHeight } : undefined;
}

/** The part of a shot inside the frame. */
export async function cutOut({ url }: Shot, { xPx, yPx, widthPx, heightPx }: Frame): Promise<File> {
  const image = await load(url);
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.drawImage(image, xPx, yPx, widthPx, heightPx, 0, 0, widthPx, heightPx);
  const type = 'image/png';
  return new File([await canvas.convertToBlob({ type })], 'cut.png', { type, lastModified: Date.now() });
}

async function load(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
