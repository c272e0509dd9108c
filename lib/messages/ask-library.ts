import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { fromWire } from './failure.ts';
import type { LibraryProtocol, LibraryRequest } from './library.ts';
import { type LibraryReplies, libraryReplies } from './library-replies.ts';

type Data<N extends LibraryRequest> = z.output<LibraryProtocol[N]['data']>;
type Reply<N extends LibraryRequest> = z.output<LibraryReplies[N]>;

/** Asks the worker what only the library asks. Throws a Failure with the worker's code when it refuses or fails. */
export async function askLibrary<N extends LibraryRequest>(
  name: N,
  ...[data]: undefined extends Data<N> ? [] : [data: Data<N>]
): Promise<Reply<N>> {
  const answer: unknown = await browser.runtime.sendMessage({ name, data });
  return libraryReplies[name].parse(fromWire(answer)) as Reply<N>;
}
