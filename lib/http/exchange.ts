import { TransportFailure } from './failure.ts';
import type { SentAgain } from './sent-again.ts';

/** A whole answer. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The browser itself sent the request more than once; `false` where nobody watches for that. */
  wasSentAgain: boolean;
}

/** How long a server may be silent: before the first byte of the answer, and between any two. */
export interface Patience {
  silenceMs: number;
  /** Added before the first byte, for each 100 KB that has to be sent first. */
  uploadMsPer100KB: number;
}

export const defaultPatience: Patience = { silenceMs: 20_000, uploadMsPer100KB: 1_000 };

export interface ExchangeOptions {
  fetch: typeof fetch;
  signal?: AbortSignal | undefined;
  patience?: Patience | undefined;
  /** For a request that must not be done twice. */
  sentAgain?: SentAgain | undefined;
}

/**
 * Sends one request and reads the answer whole. Follows no redirect, sends no cookie, keeps no cache.
 * Throws only `TransportFailure`: `stopped`, `silent-server`, `no-connection`, `answer-cut-off`.
 */
export async function exchange(url: string, init: RequestInit, options: ExchangeOptions): Promise<Answer> {
  // Called as a plain function: a browser's fetch refuses to be a method of another object.
  const { fetch, signal, patience = defaultPatience, sentAgain } = options;
  if (signal?.aborted) throw new TransportFailure('stopped', 'wait', 'stopped before it was sent');
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), ms);
  };
  let hasAnswered = false;
  const sending = sentAgain?.(url, sizeOf(init.body));
  try {
    watch(patience.silenceMs + (sizeOf(init.body) / 100_000) * patience.uploadMsPer100KB);
    const response = await fetch(sending?.url ?? url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    hasAnswered = true;
    const text = await readText(response, () => watch(patience.silenceMs));
    const { status, headers } = response;
    return { status, headers, text, wasSentAgain: (await sending?.wasSentAgain()) ?? false };
  } catch (cause) {
    if (signal?.aborted) throw new TransportFailure('stopped', 'unknown', 'stopped while waiting for the answer');
    if (silence.signal.aborted) throw new TransportFailure('silent-server', 'unknown', 'no byte came in time');
    throw hasAnswered
      ? new TransportFailure('answer-cut-off', 'unknown', 'the answer broke off', { cause })
      : new TransportFailure('no-connection', 'unknown', 'no answer', { cause });
  } finally {
    clearTimeout(timer);
    sending?.end();
  }
}

async function readText(response: Response, onByte: () => void): Promise<string> {
  onByte();
  if (!response.body) return '';
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    onByte();
    text += decoder.decode(value, { stream: true });
  }
}

function sizeOf(body: RequestInit['body']): number {
  if (typeof body === 'string') return body.length;
  if (body instanceof Blob) return body.size;
  if (body instanceof FormData) return [...body.values()].reduce((sum, part) => sum + sizeOf(part), 0);
  return 0;
}
