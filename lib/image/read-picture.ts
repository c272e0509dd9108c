import { Failure } from '../failure.ts';
import { type ReadOptions, readBytes } from './read-bytes.ts';

/** Failures after which the person's own session may still see the picture. */
const walled = new Set(['needs-the-page', 'picture-gone']);

/**
 * Reads a picture as a stranger and, on the page's own origin only, as the person if that fails. `isPrivate` says that
 * only the person's cookies gave the bytes: others do not see this picture there.
 * @throws Failure as `readBytes` does
 */
export async function readPicture(
  address: string,
  options: Omit<ReadOptions, 'credentials'>,
): Promise<{ blob: Blob; isPrivate: boolean }> {
  try {
    return { blob: await readBytes(address, { ...options, credentials: 'omit' }), isPrivate: false };
  } catch (failure) {
    const isOwn = options.pageOrigin !== undefined && URL.parse(address)?.origin === options.pageOrigin;
    if (!isOwn || !(failure instanceof Failure) || !walled.has(failure.code)) throw failure;
    return { blob: await readBytes(address, { ...options, credentials: 'include' }), isPrivate: true };
  }
}
