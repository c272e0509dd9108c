import { Failure } from '../failure.ts';
import { readMarkup } from './formats/markup.ts';
import { limits } from './limits.ts';
import { isPublicAddress } from './public-address.ts';

export interface ReadOptions {
  fetch: typeof globalThis.fetch;
  /** Origin of the page that showed the picture: the one place where an address of a private network is allowed. */
  pageOrigin?: string | undefined;
  /** `omit` unless told: what a stranger sees. */
  credentials?: RequestCredentials | undefined;
  /** How long the host may send nothing. */
  stallMs?: number | undefined;
  mostBytes?: number | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads a picture's bytes from its address.
 * @throws Failure `address-refused`, `needs-the-page` (refused, walled, CORS, a page in place of the picture),
 * `picture-gone`, `picture-unreachable`, `picture-timeout`, `too-large`; the signal's reason when it is aborted.
 */
export async function readBytes(address: string, options: ReadOptions): Promise<Blob> {
  const { signal, pageOrigin, stallMs = 20_000, mostBytes = limits.mostReadBytes } = options;
  signal?.throwIfAborted();
  assertAllowed(address, pageOrigin);
  const stop = new AbortController();
  const stall = stallTimer(stallMs, () => stop.abort(new Failure('picture-timeout')));
  try {
    const response = await options.fetch(address, {
      signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
      credentials: options.credentials ?? 'omit',
      // Hosts that choose a format by this header then choose one that needs no re-encoding.
      headers: { accept: 'image/jpeg,image/png;q=0.9,image/*;q=0.8' },
      referrerPolicy: 'no-referrer',
    });
    assertAllowed(response.url || address, pageOrigin);
    assertOk(response.status);
    const blob = await readBody(response, mostBytes, stall.restart);
    await assertNotAPage(blob);
    return blob;
  } catch (cause) {
    signal?.throwIfAborted();
    const failure = stop.signal.aborted ? stop.signal.reason : cause;
    stop.abort();
    if (failure instanceof Failure) throw failure;
    // A network error and a refusal by CORS look the same from here.
    throw new Failure('needs-the-page', 'the picture could not be fetched', { cause });
  } finally {
    stall.end();
  }
}

function assertAllowed(address: string, pageOrigin: string | undefined): void {
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol) && (url.origin === pageOrigin || isPublicAddress(url))) return;
  throw new Failure('address-refused', 'not an address that a picture may be read from');
}

function assertOk(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 404 || status === 410) throw new Failure('picture-gone', `status ${status}`);
  if (status >= 500 || status === 429) throw new Failure('picture-unreachable', `status ${status}`);
  throw new Failure('needs-the-page', `status ${status}`);
}

async function readBody(response: Response, mostBytes: number, onChunk: () => void): Promise<Blob> {
  const tooLarge = () => new Failure('too-large', `more than ${mostBytes} bytes`);
  if (Number(response.headers.get('content-length')) > mostBytes) throw tooLarge();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    onChunk();
    size += part.value.length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(part.value);
  }
  return new Blob(chunks);
}

/** A log-in page or a host's error that was sent as if it were the picture. */
async function assertNotAPage(blob: Blob): Promise<void> {
  const head = new Uint8Array(await blob.slice(0, 4096).arrayBuffer());
  if (blob.size === 0 || readMarkup(head) === 'html') throw new Failure('needs-the-page', 'not a picture was sent');
}

function stallTimer(ms: number, onStall: () => void): { restart(): void; end(): void } {
  let timer = setTimeout(onStall, ms);
  const end = () => clearTimeout(timer);
  const restart = () => {
    end();
    timer = setTimeout(onStall, ms);
  };
  return { restart, end };
}
