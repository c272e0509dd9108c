import { browser } from 'wxt/browser';
import { drawSvgHere } from '../../lib/browser/draw-svg.ts';
import { Failure } from '../../lib/failure.ts';
import { base64Of } from '../../lib/image/base64.ts';
import { type Original, type PrepareOptions, prepare } from '../../lib/image/prepare.ts';
import { reencode } from '../../lib/image/reencode.ts';

export type Outcome =
  | { kind: 'url'; url: string }
  | { kind: 'failed'; code: string }
  | {
      kind: 'bytes';
      contentType: string;
      data: string;
      widthPx: number;
      heightPx: number;
      isPrivate: boolean;
      lost?: 'animation';
    };

export type Options = Pick<PrepareOptions, 'forceBytes' | 'pageOrigin' | 'elementType'>;

/** What the tests call in the worker: the shipped `prepare`, with its failure named and its blob as base64. */
async function prepared(original: Original, options: Options): Promise<Outcome> {
  try {
    const result = await prepare(original, {
      fetch: (...request) => fetch(...request),
      drawSvg: drawSvgHere,
      ...options,
    });
    if (result.kind === 'url') return result;
    const { blob, ...rest } = result;
    return { ...rest, data: await base64Of(blob) };
  } catch (error) {
    if (error instanceof Failure) return { kind: 'failed', code: error.code };
    return { kind: 'failed', code: `unnamed: ${error}` };
  }
}

const offscreenDocuments = () => browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });

export const room = { offscreenDocuments, prepared, reencode };
export type Room = typeof room;

Object.assign(globalThis, { room });
