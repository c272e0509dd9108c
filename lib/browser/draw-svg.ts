import { drawSvg } from '../image/svg.ts';
import { drawSvgOffscreen } from './offscreen.ts';

/** Draws an SVG as PNG where this browser can: Firefox's background has a document, Chromium's borrows one. */
export function drawSvgHere(svg: Blob, signal?: AbortSignal): Promise<Blob> {
  return import.meta.env.FIREFOX ? drawSvg(svg, document, signal) : drawSvgOffscreen(svg, signal);
}
