import type { Session } from './collect.ts';

/** What came of asking a page for a picture's bytes. */
export type PageBytes =
  | { dataUrl: string }
  | { failure: 'page-bytes-missing' | 'page-bytes-too-large' | 'page-bytes-unreadable' };

/** What can be asked of a page whose collector is in place. */
export type PageCall = ['slice', number] | ['pick', string] | ['nearest'] | ['read', number | string, number];

/**
 * The function to give to `executeScript({ func, args })` after the collector was injected. It runs in the page's
 * isolated world, cut off from this module, so everything that it needs is inside it.
 *
 * `read` gives a picture's bytes with the page's own rights: fetched, or drawn from the element when the fetch is
 * refused. `which` is a handle or an address.
 */
export function callPage(...[name, which = 0, mostBytes = 0]: PageCall): unknown {
  const { tackPage } = globalThis as { tackPage?: Session };
  if (name === 'slice' && typeof which === 'number') return tackPage?.slice(which);
  if (name === 'pick' && typeof which === 'string') return tackPage?.pick(which);
  return name === 'nearest' ? tackPage?.nearest() : read();

  async function read(): Promise<PageBytes> {
    const held = typeof which === 'number' ? tackPage?.held(which) : undefined;
    const url = typeof which === 'string' ? which : held?.url;
    if (url === undefined) return { failure: 'page-bytes-missing' };
    if (url.length > mostBytes * 1.4) return { failure: 'page-bytes-too-large' };
    if (url.startsWith('data:')) return { dataUrl: url };
    const blob = (url && (await fetched(url))) || (await drawn(held?.element ?? shown(url)));
    if (!blob) return { failure: 'page-bytes-unreadable' };
    return blob.size > mostBytes ? { failure: 'page-bytes-too-large' } : { dataUrl: await dataUrlOf(blob) };
  }

  async function fetched(url: string): Promise<Blob | undefined> {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(8000) });
      const blob = await response.blob();
      return response.ok && /^(?:image\/.*|application\/octet-stream|)$/.test(blob.type) && blob.size
        ? blob
        : undefined;
    } catch {
      return undefined;
    }
  }

  function shown(url: string): Element | undefined {
    const images = Document.prototype.querySelectorAll.call(document, 'img') as NodeListOf<HTMLImageElement>;
    return [...images].find((img) => img.currentSrc === url);
  }

  /** Fails for pictures of other origins, which the browser keeps unread. */
  async function drawn(element: Element | undefined): Promise<Blob | undefined> {
    if (element instanceof HTMLImageElement) {
      const copy = new OffscreenCanvas(element.naturalWidth || 1, element.naturalHeight || 1);
      copy.getContext('2d')?.drawImage(element, 0, 0);
      return copy.convertToBlob().catch(() => undefined);
    }
    if (!(element instanceof HTMLCanvasElement)) return undefined;
    const { promise, resolve } = Promise.withResolvers<Blob | null>();
    try {
      element.toBlob(resolve);
      return (await promise) ?? undefined;
    } catch {
      return undefined;
    }
  }

  function dataUrlOf(blob: Blob): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const reader = new FileReader();
    reader.onload = () => resolve(`${reader.result}`);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
    return promise;
  }
}
