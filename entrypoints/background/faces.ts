import * as z from 'zod/mini';
import type { SaveRequest } from '../../lib/save/request.ts';
import { sessionPart } from '../../lib/storage/prefixed.ts';

/** What a save looked like when it was asked for: the outbox lets go of that once the save is settled. */
const Face = z.object({
  title: z.string(),
  link: z.optional(z.string()),
  thumbnailUrl: z.optional(z.string()),
  /** The tab whose page carries the toast, when there is one. */
  tabId: z.optional(z.int()),
  pageHost: z.string(),
  isIncognito: z.boolean(),
});
export type Face = z.infer<typeof Face>;

const part = sessionPart('face:');

export function faceOf(request: SaveRequest, tabId?: number): Face {
  const { title, link, picture, page, isIncognito } = request;
  return {
    title,
    ...(link && { link }),
    ...(picture.url && { thumbnailUrl: picture.url }),
    ...(tabId !== undefined && { tabId }),
    pageHost: URL.parse(page.url)?.host ?? '',
    isIncognito,
  };
}

/** Faces by job, for this browser session. */
export const faces = {
  async get(jobId: string): Promise<Face | undefined> {
    return z.safeParse(Face, await part.get(jobId)).data;
  },
  put: (jobId: string, face: Face): Promise<void> => part.set(jobId, face),
};
