import { browser } from 'wxt/browser';
import { Failure } from '../failure.ts';
import { SvgAnswer, type SvgRequest, svgChannel } from '../image/svg-messages.ts';

const drawingMs = 10_000;

/** The document that is open, the one that is going, and how many drawings still need the open one. */
let open: Promise<void> | undefined;
let closing: Promise<void> | undefined;
let users = 0;

/**
 * Draws an SVG in Chromium's offscreen document, since a worker cannot; the document lives only while it is needed.
 * @throws Failure `format-unsupported` when there is no such document, `broken-picture`, `too-large`, `picture-timeout`; the signal's reason when it is aborted
 */
export async function drawSvgOffscreen(svg: Blob, signal?: AbortSignal): Promise<Blob> {
  signal?.throwIfAborted();
  users += 1;
  try {
    open ??= openDocument().catch((cause: unknown) => {
      throw new Failure('format-unsupported', 'no document to draw in', { cause });
    });
    await open;
    return await ask(svg, signal);
  } finally {
    users -= 1;
    if (users === 0) {
      open = undefined;
      closing = browser.offscreen.closeDocument().catch(() => {});
    }
  }
}

/** One that an earlier life of the worker left behind is closed first: it may have been loading still. */
async function openDocument(): Promise<void> {
  await closing;
  const left = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (left.length > 0) await browser.offscreen.closeDocument();
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['BLOBS'],
    justification: 'Draws SVG pictures as PNG, which a worker cannot.',
  });
}

function ask(svg: Blob, signal: AbortSignal | undefined): Promise<Blob> {
  const { promise, resolve, reject } = Promise.withResolvers<Blob>();
  const channel = new BroadcastChannel(svgChannel);
  const request: SvgRequest = { id: crypto.randomUUID(), svg };
  const timeout = setTimeout(() => reject(new Failure('picture-timeout', 'the SVG took too long')), drawingMs);
  const onAbort = () => reject(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const { data: answer } = SvgAnswer.safeParse(data);
    if (answer?.id !== request.id) return;
    if ('png' in answer) resolve(answer.png);
    else reject(new Failure(answer.code, 'the SVG could not be drawn'));
  };
  channel.postMessage(request);
  return promise.finally(() => {
    clearTimeout(timeout);
    signal?.removeEventListener('abort', onAbort);
    channel.close();
  });
}
