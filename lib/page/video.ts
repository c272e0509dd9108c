import * as z from 'zod/mini';
import { Int } from '../shapes.ts';

/** What a page says of one of its videos. */
export const VideoFacts = z.object({
  /** Empty when it has none. */
  poster: z.string(),
  widthPx: Int,
  heightPx: Int,
  label: z.string(),
  title: z.string(),
});
export type VideoFacts = z.infer<typeof VideoFacts>;

/** Runs in the page, cut off from this module: what it says of the video that plays this address. */
export function describeVideo(address: unknown): unknown {
  const videos = [...document.querySelectorAll('video')];
  const video = videos.find(({ currentSrc, src }) => currentSrc === address || src === address);
  return {
    poster: video?.poster ?? '',
    widthPx: video?.videoWidth ?? 0,
    heightPx: video?.videoHeight ?? 0,
    label: video?.getAttribute('aria-label') ?? video?.title ?? '',
    title: document.title,
  };
}

/** Whether an address is a file that can be had whole, and not a stream that a script puts together. */
export function isVideoFile(address: string): boolean {
  return /^https?:\/\//i.test(address) && !/\.(?:m3u8|mpd)$/i.test(URL.parse(address)?.pathname ?? '.mpd');
}
