import { packed } from './album.ts';
import { type Account, type Job, laneOf, type Wish } from './job.ts';
import { printOf } from './print.ts';
import type { SaveRequest } from './request.ts';

/** A new job for a request, waiting; the bytes go beside it. */
export function bornJob(
  request: SaveRequest,
  account: Account,
  born: { id: string; atMs: number; order: number; dueAtMs: number; batch?: string | undefined },
): { job: Job; bytes: Blob | undefined } {
  const { bytes, ...sizes } = packed(request);
  const wish = { ...wishOf(request), ...sizes };
  const job: Job = {
    id: born.id,
    revision: 0,
    state: 'waiting',
    account,
    target: request.target,
    lane: laneOf(account, request.target),
    wish,
    print: printOf(wish),
    isIncognito: request.isIncognito,
    addedAtMs: born.atMs,
    order: born.order,
    dueAtMs: born.dueAtMs,
    hasBytes: bytes !== undefined,
    wantsBytes: false,
    attempts: 0,
    losses: 0,
    looks: 0,
    wantsUndo: false,
    ...(born.batch === undefined ? {} : { batch: born.batch }),
  };
  return { job, bytes };
}

function wishOf(request: SaveRequest): Wish {
  const { bytes: _, ...picture } = request.picture;
  const others = request.others?.map(({ bytes: _bytes, ...other }) => other);
  const { title, description, altText, link, gesture, page } = request;
  return { picture, ...(others && { others }), title, description, altText, link, gesture, page };
}
