import { wakeAt } from '../../lib/browser/alarm.ts';
import { drawSvgHere } from '../../lib/browser/draw-svg.ts';
import { keepAlive } from '../../lib/browser/keep-alive.ts';
import { fetchAsReader, hasPictureAccess } from '../../lib/browser/picture-access.ts';
import { Failure } from '../../lib/failure.ts';
import { prepare } from '../../lib/image/prepare.ts';
import { readVideo } from '../../lib/image/read-video.ts';
import { urlOrBytes } from '../../lib/image/url-or-bytes.ts';
import { pictureKey } from '../../lib/page/originals.ts';
import { systemClock } from '../../lib/save/clock.ts';
import { browserLocks } from '../../lib/save/locks.ts';
import type { Ports } from '../../lib/save/ports.ts';
import { isSharedSite } from '../../lib/settings/shared-sites.ts';
import { sessionPart } from '../../lib/storage/prefixed.ts';

/** The outbox's world: this browser. */
export function browserPorts(own: Pick<Ports, 'account' | 'pinterest' | 'pauseBeforeSendingMs'>): Ports {
  return {
    ...own,
    addressOf: ({ url, bytes, isPrivate }) =>
      url && !bytes && !isPrivate && urlOrBytes(url) === 'url' ? url : undefined,
    prepare: preparePicture,
    readVideo: (url, signal) => readVideo(url, { signal, fetch: globalThis.fetch.bind(globalThis) }),
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

/** The last gate before a picture leaves: whatever the gesture was, a private picture is asked about once per site. */
const preparePicture: Ports['prepare'] = async (picture, { forceBytes, isSecret, pageUrl, signal }) => {
  const fetch = globalThis.fetch.bind(globalThis);
  const options = { forceBytes, signal, drawSvg: drawSvgHere };
  const prepared = await prepare(picture, { ...options, fetch }).catch(async (failure: unknown) => {
    if (!(await isBehindReferrerWall(picture.url, failure))) throw failure;
    return prepare(picture, { ...options, fetch: fetchAsReader(pageUrl) });
  });
  const isAsked = prepared.kind === 'bytes' && prepared.isPrivate && !isSecret;
  if (isAsked && !(await isSharedSite(pageUrl))) throw new Failure('private-picture');
  return prepared;
};

/** The host refuses, and the person has given us the right to ask as a reader of the page. */
async function isBehindReferrerWall(url: string | undefined, failure: unknown): Promise<boolean> {
  const isRefused = failure instanceof Failure && failure.code === 'needs-the-page';
  return isRefused && url !== undefined && /^https?:/.test(url) && hasPictureAccess(url);
}

/** Errors that no job carries end in the worker's console, by name only: their texts may hold what a page said. */
function report(error: unknown): void {
  console.error(error instanceof Failure ? error.code : error instanceof Error ? error.name : 'Error');
}
