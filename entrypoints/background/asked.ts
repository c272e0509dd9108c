import { injectorFor } from '../../lib/browser/injector.ts';
import { urlOfTab } from '../../lib/browser/tabs.ts';
import { Failure } from '../../lib/failure.ts';
import { isOwnPicture, mostBytes, readNow, type Sight, wantsBytes, withBytes } from '../../lib/gesture/read-now.ts';
import { bytesOfDataUrl } from '../../lib/image/data-url.ts';
import type { PageSave } from '../../lib/messages/protocol.ts';
import type { Picture } from '../../lib/save/request.ts';
import type { Asked } from './tack.ts';

type AskedPicture = Pick<PageSave, 'picture' | 'bytesBase64' | 'tab'>;

/** Whether a save holds bytes, or will once its pictures were read. */
export function bringsBytes({ others = [], ...first }: PageSave): boolean {
  return [first, ...others].some(isByBytes);
}

function isByBytes({ bytesBase64, picture }: AskedPicture): boolean {
  return bytesBase64 !== undefined || wantsBytes(picture);
}

/** A page's wish as a request, with the bytes that only the tab can give while the right to them lasts. */
export async function askedOf({ others, ...save }: PageSave, isKnown: boolean): Promise<Asked> {
  const { id, tab, bytesBase64, picture, ...rest } = save;
  if (others) {
    const [first = picture, ...more] = await readAlbum([save, ...others], isKnown);
    return { id, request: { ...rest, picture: first, others: more } };
  }
  if (bytesBase64 !== undefined)
    return { id, request: { ...rest, picture: { ...picture, bytes: decoded(bytesBase64) } } };
  const sight = tab && (await sightOfTab(tab, picture.url));
  const seen = sight && !isKnown ? await withBytes(picture, sight) : picture;
  if (!isKnown) assertThere(seen);
  return { id, request: { ...rest, picture: seen }, sight };
}

/**
 * The pictures of one pin: when one has to go as bytes all have to, so whatever the page can give is read. The tab's own
 * are read in any case, for Pinterest may not reach them.
 */
async function readAlbum(pictures: readonly AskedPicture[], isKnown: boolean): Promise<Picture[]> {
  const wantsAll = pictures.some(isByBytes);
  const read: Picture[] = [];
  for (const { picture, bytesBase64, tab } of pictures) {
    if (bytesBase64 !== undefined) {
      read.push({ ...picture, bytes: decoded(bytesBase64) });
      continue;
    }
    const sight = tab && !isKnown ? await sightOfTab(tab, picture.url) : undefined;
    const isWanted = sight && (wantsAll || isOwnPicture(picture.url, sight));
    const seen = { ...picture, ...(isWanted && (await readNow(picture.url, sight))) };
    if (!isKnown) assertThere(seen);
    read.push(seen);
  }
  return read;
}

function assertThere({ url, bytes }: Picture): void {
  if (!url && !bytes) throw new Failure('needs-the-page', 'a picture with neither address nor bytes');
}

function decoded(base64: string): Blob {
  return new Blob([bytesOfDataUrl(`data:;base64,${base64}`)]);
}

/** How a picture of a tab's page can be read. */
export async function sightOfTab(
  { tabId, frameId, handle }: NonNullable<PageSave['tab']>,
  url?: string,
): Promise<Sight> {
  return {
    pageOrigin: URL.parse((await urlOfTab(tabId)) ?? '')?.origin,
    fetch: globalThis.fetch.bind(globalThis),
    async readInPage() {
      const answer = await injectorFor(tabId)
        .call(frameId, ['read', handle ?? url ?? '', mostBytes])
        .catch(() => undefined);
      return typeof answer === 'object' && answer && 'dataUrl' in answer && typeof answer.dataUrl === 'string'
        ? answer.dataUrl
        : undefined;
    },
  };
}
