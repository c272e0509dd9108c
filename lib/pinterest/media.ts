import * as z from 'zod/mini';
import { exchange } from '../http/exchange.ts';
import { RequestFailure } from '../http/failure.ts';
import { dictionary } from '../shapes.ts';
import type { Pinterest } from './client.ts';
import { ServerError } from './failure.ts';
import { type CallOptions, send } from './request.ts';
import { AnswerId, check, Id } from './values.ts';

/** Where to put a video's bytes, and what to send along. */
export const MediaUpload = z.object({
  media_id: AnswerId,
  /** The bytes go wherever this says, so it has to be a safe place. */
  upload_url: z.string().check(z.startsWith('https://')),
  upload_parameters: dictionary(z.string()),
});
export type MediaUpload = z.infer<typeof MediaUpload>;

/** What became of a video. */
export const Media = z.object({
  media_id: AnswerId,
  status: z.enum(['registered', 'processing', 'succeeded', 'failed']),
});
export type Media = z.infer<typeof Media>;

const firstPollMs = 2_000;
const longestPollMs = 30_000;
/** How long Pinterest may take over a video. It names no limit; ours keeps one video from holding up its board. */
const mostWaitMs = 15 * 60_000;

/** Registers a video; pictures have no upload. https://developers.pinterest.com/docs/api/v5/media-create */
export async function registerMedia(pinterest: Pinterest, options: CallOptions = {}): Promise<MediaUpload> {
  const body = { media_type: 'video' };
  const operation = { method: 'POST', path: '/media', answer: MediaUpload, category: 'org_write' } as const;
  return send(pinterest, { ...operation, body, scopes: ['pins:read', 'pins:write'] }, options);
}

/** Puts a registered video's bytes in place: every parameter first, the file last, no token. */
export async function uploadMedia(
  pinterest: Pinterest,
  { upload_url, upload_parameters }: MediaUpload,
  video: Blob,
  options: CallOptions = {},
): Promise<void> {
  const body = new FormData();
  // The browser writes the form's own content type, with its boundary; S3 takes this one as a field.
  for (const [name, value] of Object.entries(upload_parameters)) body.append(name, value);
  body.append('file', video);
  const { fetch, patience } = pinterest;
  const { status } = await exchange(upload_url, { method: 'POST', body }, { fetch, patience, signal: options.signal });
  if (status < 200 || status >= 300) throw new ServerError(status);
}

/** What became of a video. Failures: `not-found`. https://developers.pinterest.com/docs/api/v5/media-get */
export async function getMedia(pinterest: Pinterest, mediaId: string, options: CallOptions = {}): Promise<Media> {
  const path = `/media/${check(Id, mediaId)}`;
  return send(pinterest, { method: 'GET', path, answer: Media, category: 'org_read', scopes: ['pins:read'] }, options);
}

/**
 * Resolves when a video can be pinned; asks at growing distances. Failures: `video-failed`, also after a quarter of an
 * hour without an end.
 */
export async function waitForMedia(pinterest: Pinterest, mediaId: string, options: CallOptions = {}): Promise<void> {
  let pauseMs = firstPollMs;
  for (let waitedMs = 0; waitedMs < mostWaitMs; waitedMs += pauseMs) {
    const { status } = await getMedia(pinterest, mediaId, options);
    if (status === 'succeeded') return;
    if (status === 'failed') break;
    await pinterest.clock.sleep(pauseMs, options.signal);
    pauseMs = Math.min(pauseMs * 1.5, longestPollMs);
  }
  throw new RequestFailure('video-failed', 'refused', 'Pinterest could not use the video');
}
