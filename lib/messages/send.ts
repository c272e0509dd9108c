import { browser } from 'wxt/browser';
import { fromWire } from './failure.ts';
import { protocol, type Reply, type RequestData, type RequestName } from './protocol.ts';

/** Asks the worker. Throws a Failure with the worker's code when it refuses or fails. */
export async function send<N extends RequestName>(
  name: N,
  ...[data]: undefined extends RequestData<N> ? [] : [data: RequestData<N>]
): Promise<Reply<N>> {
  const answer: unknown = await browser.runtime.sendMessage({ name, data });
  return protocol[name].reply.parse(fromWire(answer)) as Reply<N>;
}
