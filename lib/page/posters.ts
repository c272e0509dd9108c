import { absolute, cssUrls } from './addresses.ts';
import type { FoundPicture } from './found.ts';
import type { Statements } from './lead.ts';
import type { Video } from './players.ts';

/** Attributes in which scripts of players keep the picture that waits in a player's place. */
const kept = ['data-poster', 'data-thumb', 'data-thumbnail', 'data-thumbnail-url', 'data-image', 'data-bg'];

/**
 * The poster of an embedded video: its site's own, else what the page itself shows in the player's place or states of
 * the video. The sites of Vimeo and TikTok name theirs only to those who ask their API, which a page's reader does not.
 */
export function posterOf(video: Video, { attributes, href }: FoundPicture, said: Statements, base: string) {
  if (video.poster) return video.poster;
  const given = new Map(attributes);
  const own = [...cssUrls(given.get('style') ?? ''), ...kept.map((name) => given.get(name)), href];
  const isOf = (address: string | undefined) => !!address?.includes(video.id);
  const stated = said.videos.find(({ addresses }) => addresses.some(isOf))?.poster;
  const isPage = ['og:video', 'og:video:url', 'og:video:secure_url', 'twitter:player', 'og:url'].some((name) =>
    isOf(said.meta.get(name)),
  );
  const picture = [...own, stated, isPage ? said.meta.get('og:image') : undefined].find(Boolean);
  const address = picture && absolute(picture, base);
  return address && /^https?:/.test(address) ? address : undefined;
}
