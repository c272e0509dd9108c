import type { Signal } from '@preact/signals';
import type { PopupPicture } from '../../components/popup/model.ts';

/** Larger than Pinterest takes; reading it would only cost memory. */
const mostBytes = 20_000_000;
/** Names that no picture of a page has. */
const addedFrom = 990_000_000;

/** Pictures that the person pasted, dropped or cut out in the popup: files by their bytes, addresses as they are. */
export function createAdded(pictures: Signal<readonly PopupPicture[]>) {
  const files = new Map<string, Blob>();
  const cuts = new Set<string>();

  type Added = Pick<PopupPicture, 'key' | 'url' | 'previewUrl' | 'title' | 'link' | 'widthPx' | 'heightPx'>;

  function add(picture: Added): void {
    if (pictures.value.some(({ key }) => key === picture.key)) return;
    const id = addedFrom + pictures.value.length;
    const none = { larger: [], description: '', altText: '' };
    pictures.value = [...pictures.value, { ...none, ...picture, id, order: id, source: 'document', isAdded: true }];
  }

  return {
    /** Takes in what shows as a picture, and gives the keys; anything else is left out. */
    async take(given: readonly (File | string)[]): Promise<string[]> {
      const keys: string[] = [];
      for (const one of given) {
        const isFile = typeof one !== 'string';
        if (isFile && (one.size > mostBytes || !one.type.startsWith('image/'))) continue;
        const src = isFile ? URL.createObjectURL(one) : one;
        const size = await sizeOf(src);
        if (!size) continue;
        const key = isFile ? `file:${one.name}:${one.size}:${one.lastModified}` : one;
        if (isFile) files.set(key, one);
        const title = isFile ? one.name.replace(/\.\w+$/, '').slice(0, 100) : '';
        add({ key, ...(isFile ? { previewUrl: src } : { url: src }), title, ...size });
        keys.push(key);
      }
      return keys;
    },
    /** Takes in a part of the page, with the page's words. */
    async takeCut(file: File, words: Pick<Added, 'title' | 'link'>): Promise<string[]> {
      const previewUrl = URL.createObjectURL(file);
      const size = await sizeOf(previewUrl);
      if (!size) return [];
      const key = `cut:${file.lastModified}`;
      files.set(key, file);
      cuts.add(key);
      add({ key, previewUrl, ...words, ...size });
      return [key];
    },
    isCut: (key: string) => cuts.has(key),
    /** A file's bytes in base64; nothing for pictures with an address. */
    async bytesOf(key: string): Promise<string | undefined> {
      const file = files.get(key);
      return file && base64Of(file);
    },
  };
}

/** The natural size in pixels; nothing when it is no picture, or does not load. */
async function sizeOf(src: string): Promise<{ widthPx: number; heightPx: number } | undefined> {
  const image = new Image();
  image.referrerPolicy = 'no-referrer';
  image.src = src;
  return image.decode().then(
    () => ({ widthPx: image.naturalWidth, heightPx: image.naturalHeight }),
    () => undefined,
  );
}

function base64Of(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(`${reader.result}`.replace(/^[^,]*,/, ''));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return promise;
}
