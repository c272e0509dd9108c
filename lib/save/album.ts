import { Failure } from '../failure.ts';
import { limits } from '../image/limits.ts';
import type { Job, Wish } from './job.ts';
import type { Material, Ports, PrepareOptions } from './ports.ts';
import type { Picture, SaveRequest } from './request.ts';

/** The pictures of a pin in their order: one, mostly. */
export function picturesOf({ picture, others = [] }: Pick<Wish, 'picture' | 'others'>): readonly Picture[] {
  return [picture, ...others];
}

/** The bytes of a pin's pictures as one blob, and how long each one's part is where there are several. */
export function packed({ picture, others }: Pick<SaveRequest, 'picture' | 'others'>): {
  bytes: Blob | undefined;
  byteSizes?: number[];
} {
  if (!others) return { bytes: picture.bytes };
  const parts = [picture, ...others].map(({ bytes }) => bytes);
  const byteSizes = parts.map((part) => part?.size ?? 0);
  const isEmpty = byteSizes.every((size) => size === 0);
  return { bytes: isEmpty ? undefined : new Blob(parts.flatMap((part) => part ?? [])), byteSizes };
}

/** A job's pictures, each with its own part of the job's bytes. */
export function unpacked(wish: Wish, bytes: Blob | undefined): readonly Picture[] {
  if (!bytes) return picturesOf(wish);
  if (!wish.byteSizes) return [{ ...wish.picture, bytes }];
  let start = 0;
  return picturesOf(wish).map((picture, index) => {
    const size = wish.byteSizes?.[index] ?? 0;
    if (size === 0) return picture;
    const part = bytes.slice(start, start + size);
    start += size;
    return { ...picture, bytes: part };
  });
}

/** The addresses to send when nothing has to be looked at first; `undefined` when one picture at least has none. */
export function addressesOf({ addressOf }: Ports, pictures: readonly Picture[]): string[] | undefined {
  const urls = pictures.flatMap((picture) => addressOf(picture) ?? []);
  return urls.length === pictures.length ? urls : undefined;
}

/**
 * Makes several pictures what Pinterest takes: addresses if all of them may go, else the bytes of each. Throws Failure,
 * whose code becomes the job's reason.
 */
export async function prepareAlbum(
  { prepare }: Ports,
  { wantsBytes }: Job,
  pictures: readonly Picture[],
  options: Omit<PrepareOptions, 'forceBytes'>,
): Promise<Material> {
  const prepareAll = async (forceBytes: boolean) => {
    const materials: Material[] = [];
    // One after the other: each may hold its pixels while it is encoded.
    for (const picture of pictures) materials.push(await prepare(picture, { ...options, forceBytes }));
    return materials;
  };
  let materials = await prepareAll(wantsBytes);
  const urls = materials.flatMap((material) => (material.kind === 'url' ? material.url : []));
  if (urls.length === pictures.length) return { kind: 'urls', urls };
  if (urls.length > 0) materials = await prepareAll(true);
  const items = materials.flatMap((material) => (material.kind === 'bytes' ? material : []));
  const size = items.reduce((sum, { blob }) => sum + blob.size, 0);
  if (size > limits.mostBytes) throw new Failure('too-large', `${size} bytes in all`);
  return { kind: 'several', items };
}
