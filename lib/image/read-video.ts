import { Failure } from '../failure.ts';
import { isPublicAddress } from './public-address.ts';

/** Most bytes of a video: it is held by the browser until it is with Pinterest. */
export const mostVideoBytes = 200_000_000;
const longestMs = 10 * 60_000;

/**
 * A video's file as a stranger gets it: what only the person's session shows never leaves. Failures: `video-unreadable`
 * (its site lets no one else read it), `video-too-large`, `video-not-a-file`.
 */
export async function readVideo(
  url: string,
  { fetch, signal }: { fetch: typeof globalThis.fetch; signal: AbortSignal },
): Promise<Blob> {
  if (!isPublicAddress(new URL(url))) throw new Failure('video-unreadable', 'no public address');
  const stop = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  try {
    const response = await fetch(url, { signal: stop, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) throw new Failure('video-unreadable', `its site answered ${response.status}`);
    const type = response.headers.get('content-type') ?? '';
    if (!/^(?:video\/(?!vnd\.)|application\/octet-stream|$)/i.test(type)) throw new Failure('video-not-a-file', type);
    if (Number(response.headers.get('content-length')) > mostVideoBytes) throw new Failure('video-too-large');
    const file = await response.blob();
    if (file.size > mostVideoBytes) throw new Failure('video-too-large');
    return file;
  } catch (cause) {
    if (signal.aborted || cause instanceof Failure) throw cause;
    throw new Failure('video-unreadable', 'its site does not let it be read', { cause });
  }
}
