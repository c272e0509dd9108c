import { wakeAt } from '../../lib/browser/alarm.ts';
import { drawSvgHere } from '../../lib/browser/draw-svg.ts';
import { keepAlive } from '../../lib/browser/keep-alive.ts';
import { Failure } from '../../lib/failure.ts';
import { prepare } from '../../lib/image/prepare.ts';
import { urlOrBytes } from '../../lib/image/url-or-bytes.ts';
import { pictureKey } from '../../lib/page/originals.ts';
import { systemClock } from '../../lib/save/clock.ts';
import { browserLocks } from '../../lib/save/locks.ts';
import type { Ports } from '../../lib/save/ports.ts';
import { sessionPart } from '../../lib/storage/prefixed.ts';

/** The outbox's world: this browser. */
export function browserPorts(own: Pick<Ports, 'account' | 'pinterest' | 'pauseBeforeSendingMs'>): Ports {
  return {
    ...own,
    addressOf: ({ url, bytes, isPrivate }) =>
      url && !bytes && !isPrivate && urlOrBytes(url) === 'url' ? url : undefined,
    prepare: (picture, { forceBytes, signal }) =>
      prepare(picture, { forceBytes, signal, fetch: globalThis.fetch.bind(globalThis), drawSvg: drawSvgHere }),
    pictureKey,
    session: sessionPart('outbox:'),
    clock: systemClock,
    locks: browserLocks(navigator.locks),
    wakeAt,
    keepAlive,
    newId: () => crypto.randomUUID(),
    report,
  };
}

/** Errors that no job carries end in the worker's console, by name only: their texts may hold what a page said. */
function report(error: unknown): void {
  console.error(error instanceof Failure ? error.code : error instanceof Error ? error.name : 'Error');
}
