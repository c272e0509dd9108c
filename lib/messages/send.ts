import { browser } from 'wxt/browser';
import { fromWire } from './failure.ts';
import type { Reply, RequestData, RequestName } from './protocol.ts';
import { replies } from './replies.ts';

/** Asks the worker. Throws a Failure with the worker's code when it refuses or fails. */
export async function send<N extends RequestName>(
  name: N,
  ...[data]: undefined extends RequestData<N> ? [] : [data: RequestData<N>]
): Promise<Reply<N>> {
  const answer: unknown = await browser.runtime.sendMessage({ name, data });
  return replies[name].parse(fromWire(answer)) as Reply<N>;
}
