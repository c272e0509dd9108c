import { Failure } from '../failure.ts';
import { limits } from './limits.ts';

const svgScale = 2;
const pixelsPerUnit: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  em: 16,
  rem: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
};

/**
 * Draws an SVG at twice its own size and gives a PNG. Needs a document: the offscreen one in Chromium, the event page
 * in Firefox. Drawn as an `<img>`, where SVG runs no script and loads nothing (SVG Integration, "secure static mode").
 * @throws Failure `broken-picture`, `too-large`; the signal's reason when it is aborted
 */
export async function drawSvg(svg: Blob, document: Document, signal?: AbortSignal): Promise<Blob> {
  const { text, widthPx, heightPx } = sized(await svg.text());
  signal?.throwIfAborted();
  const image = await loaded(text, document);
  signal?.throwIfAborted();
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.drawImage(image, 0, 0, widthPx, heightPx);
  return canvas.convertToBlob().catch((cause: unknown) => {
    throw new Failure('too-large', 'the browser cannot hold or encode this drawing', { cause });
  });
}

/** A `data:` URL, because Chromium taints the canvas when a `blob:` one holds a `<foreignObject>` (seen in 156). */
function loaded(text: string, document: Document): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = document.createElement('img');
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Failure('broken-picture', 'the browser cannot draw this SVG'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}

/** The same drawing with its size in pixels on the root, which both browsers need and `<img>` then obeys. */
function sized(text: string): { text: string; widthPx: number; heightPx: number } {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.localName !== 'svg' || parsed.querySelector('parsererror'))
    throw new Failure('broken-picture', 'not an SVG');
  const own = ownSize(root);
  const scale = Math.min(
    svgScale,
    Math.sqrt(limits.mostPixels / (own.width * own.height)),
    limits.mostSidePx / Math.max(own.width, own.height),
  );
  const widthPx = Math.max(1, Math.round(own.width * scale));
  const heightPx = Math.max(1, Math.round(own.height * scale));
  if (!root.hasAttribute('viewBox')) root.setAttribute('viewBox', `0 0 ${own.width} ${own.height}`);
  root.setAttribute('width', String(widthPx));
  root.setAttribute('height', String(heightPx));
  return { text: new XMLSerializer().serializeToString(parsed), widthPx, heightPx };
}

/** Width and height in CSS pixels; where one is missing or a percentage, the viewBox's ratio decides (CSS 2.1 §10.3.2). */
function ownSize(root: Element): { width: number; height: number } {
  const [, , boxWidth = 0, boxHeight = 0] = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxWidth / boxHeight : 0;
  const width = pixels(root.getAttribute('width'));
  const height = pixels(root.getAttribute('height'));
  if (width && height) return { width, height };
  if (ratio && width) return { width, height: width / ratio };
  if (ratio && height) return { width: height * ratio, height };
  return ratio ? { width: boxWidth, height: boxHeight } : { width: width || 300, height: height || 150 };
}

function pixels(length: string | null): number {
  const [, value, unit = ''] = /^\s*\+?([\d.]+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const size = Number(value) * (pixelsPerUnit[unit.toLowerCase()] ?? Number.NaN);
  return Number.isFinite(size) && size > 0 ? size : 0;
}
