import { browser } from '@wxt-dev/browser';
import { Failure } from '../failure.ts';
import type { Protocol, RequestData, RequestName } from './protocol.ts';

/** Requests that a content script may make; none of them answers with a value. */
type ContentRequest = {
  [N in RequestName]: 'content' extends Protocol[N]['from'][number] ? N : never;
}[RequestName];

/** Asks the worker from a content script, without the schemas that pages can afford. */
export async function ask<N extends ContentRequest>(
  name: N,
  ...[data]: undefined extends RequestData<N> ? [] : [data: RequestData<N>]
): Promise<void> {
  const answer: unknown = await browser.runtime.sendMessage({ name, data });
  const isDone = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
  if (!isDone) throw new Failure('refused', `${name} was refused`);
}
