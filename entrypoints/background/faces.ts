import * as z from 'zod/mini';
import type { SaveRequest } from '../../lib/save/request.ts';
import { Int } from '../../lib/shapes.ts';
import { sessionPart } from '../../lib/storage/prefixed.ts';

/** What a save looked like when it was asked for: the outbox lets go of that once the save is settled. */
const Face = z.object({
  title: z.string(),
  description: z.string(),
  altText: z.string(),
  link: z.optional(z.string()),
  thumbnailUrl: z.optional(z.string()),
  widthPx: Int,
  heightPx: Int,
  /** The tab whose page carries the toast, when there is one. */
  tabId: z.optional(Int),
  pageHost: z.string(),
  pageUrl: z.string(),
  pageTitle: z.string(),
  isIncognito: z.boolean(),
});
export type Face = z.infer<typeof Face>;

const part = sessionPart('face:');

export function faceOf(request: SaveRequest, tabId?: number): Face {
  const { title, description, altText, link, picture, page, isIncognito } = request;
  return {
    title,
    description,
    altText,
    ...(link && { link }),
    ...(picture.url && { thumbnailUrl: picture.url }),
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    ...(tabId !== undefined && { tabId }),
    pageHost: URL.parse(page.url)?.host ?? '',
    pageUrl: page.url,
    pageTitle: page.title,
    isIncognito,
  };
}

/** Faces by job, for this browser session. */
export const faces = {
  async get(jobId: string): Promise<Face | undefined> {
    return z.safeParse(Face, await part.get(jobId)).data;
  },
  /** All of them in one reading: a day's saves may be thousands. */
  async all(): Promise<Map<string, Face>> {
    const entries = Object.entries(await part.all());
    return new Map(
      entries.flatMap(([id, value]) => {
        const { data } = z.safeParse(Face, value);
        return data ? [[id, data] as const] : [];
      }),
    );
  },
  put: (jobId: string, face: Face): Promise<void> => part.set(jobId, face),
};
