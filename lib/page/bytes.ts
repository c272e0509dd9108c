import type { Session } from './collect.ts';

/** What came of asking a page for a picture's bytes. */
export type PageBytes =
  | { dataUrl: string }
  | { failure: 'page-bytes-missing' | 'page-bytes-too-large' | 'page-bytes-unreadable' };

const waitMs = 8000;

/**
 * The bytes of a picture as a `data:` URL, read with the page's own rights: fetched, or drawn from the element when
 * the fetch is refused. `which` is a handle or an address.
 */
export async function readBytes(session: Session, which: number | string, mostBytes: number): Promise<PageBytes> {
  const picture = typeof which === 'number' ? session.held(which) : undefined;
  const url = typeof which === 'string' ? which : picture?.url;
  const element = picture?.element ?? [...document.querySelectorAll('img')].find((img) => img.currentSrc === url);
  if (url === undefined) return { failure: 'page-bytes-missing' };
  if (url.length > mostBytes * 1.4) return { failure: 'page-bytes-too-large' };
  if (url.startsWith('data:')) return { dataUrl: url };
  const blob = (url && (await fetched(url))) || (await drawn(element));
  if (!blob) return { failure: 'page-bytes-unreadable' };
  if (blob.size > mostBytes) return { failure: 'page-bytes-too-large' };
  return { dataUrl: await dataUrlOf(blob) };
}

async function fetched(url: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(waitMs), credentials: 'same-origin' });
    const blob = await response.blob();
    return response.ok && /^image\/|octet-stream|^$/.test(blob.type) && blob.size ? blob : undefined;
  } catch {
    return;
  }
}

/** Draws what the page shows; fails for pictures of other origins, which the browser keeps unread. */
async function drawn(element: Element | undefined): Promise<Blob | undefined> {
  try {
    let canvas = element;
    if (element instanceof HTMLImageElement) {
      const copy = document.createElement('canvas');
      copy.width = element.naturalWidth;
      copy.height = element.naturalHeight;
      copy.getContext('2d')?.drawImage(element, 0, 0);
      canvas = copy;
    }
    if (!(canvas instanceof HTMLCanvasElement)) return;
    const source = canvas;
    return (await new Promise<Blob | null>((done) => source.toBlob(done))) ?? undefined;
  } catch {
    return;
  }
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}
