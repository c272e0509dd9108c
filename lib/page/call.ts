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
  if (!tackPage) return;
  const { pictures, find, report } = tackPage;
  const sliceSize = 120;
  switch (name) {
    case 'slice':
      return report(pictures.slice(Number(which), Number(which) + sliceSize));
    case 'pick':
      return report([find(`${which}`) ?? []].flat());
    case 'nearest':
      return report(nearest());
    case 'read':
      return read();
  }

  function nearest() {
    const near = pictures.slice(0, 999).filter(({ hidden }) => !hidden);
    const distance = new Map(near.map((picture) => [picture, fromMiddle(picture.element)]));
    return near.sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0)).slice(0, sliceSize);
  }

  function fromMiddle(element: Element): number {
    const { left, top, right, bottom, width } = Element.prototype.getBoundingClientRect.call(element);
    if (!width) return Number.MAX_VALUE;
    const gap = (low: number, high: number, at: number) => Math.max(low - at, 0, at - high);
    return Math.hypot(gap(left, right, innerWidth / 2), gap(top, bottom, innerHeight / 2));
  }

  async function read(): Promise<PageBytes> {
    const held = typeof which === 'number' ? pictures[which] : find(which);
    const url = typeof which === 'string' ? which : held?.url;
    if (url === undefined) return { failure: 'page-bytes-missing' };
    if (url.length > mostBytes * 1.4) return { failure: 'page-bytes-too-large' };
    if (url.startsWith('data:')) return { dataUrl: url };
    const blob = (url && (await fetched(url))) || (await drawn(held?.element));
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
