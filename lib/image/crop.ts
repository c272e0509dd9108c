import { Failure } from '../failure.ts';
import { limits } from './limits.ts';

/** A box in a window of `windowWidth`; all in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
  windowWidth: number;
}

/**
 * What of a box is visible in a picture of the whole window, as PNG.
 * @throws Failure `too-small` when too little of it is
 */
export async function crop(windowPicture: Blob, box: Box): Promise<{ bytes: Blob; widthPx: number; heightPx: number }> {
  const bitmap = await createImageBitmap(windowPicture);
  try {
    const scale = bitmap.width / box.windowWidth;
    const left = Math.max(0, Math.round(box.left * scale));
    const top = Math.max(0, Math.round(box.top * scale));
    const widthPx = Math.min(bitmap.width, Math.round((box.left + box.width) * scale)) - left;
    const heightPx = Math.min(bitmap.height, Math.round((box.top + box.height) * scale)) - top;
    if (Math.min(widthPx, heightPx) < limits.leastSidePx) throw new Failure('too-small', `${widthPx} × ${heightPx}`);
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    canvas.getContext('2d')?.drawImage(bitmap, -left, -top);
    return { bytes: await canvas.convertToBlob({ type: 'image/png' }), widthPx, heightPx };
  } finally {
    bitmap.close();
  }
}
