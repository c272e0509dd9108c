/**
 * Players whose own site has a poster at an address made from the video's id: how their address names the video, the
 * poster, and the page to link to. Vimeo and TikTok give theirs only through an API.
 */
const players: { address: RegExp; poster: string; page: string }[] = [
  {
    address: /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|shorts\/|watch\?v=)|youtu\.be\/)([\w-]{11})(?![\w-])/,
    poster: 'https://i.ytimg.com/vi/{id}/hqdefault.jpg',
    page: 'https://www.youtube.com/watch?v={id}',
  },
  {
    address: /instagram\.com\/(?:p|reel|tv)\/([\w-]+)/,
    poster: 'https://www.instagram.com/p/{id}/media/?size=l',
    page: 'https://www.instagram.com/p/{id}/',
  },
];

/** The poster of an embedded video and the page that plays it; nothing for a player that is not known. */
export function videoOf(address: string): { poster: string; page: string } | undefined {
  for (const player of players) {
    const id = player.address.exec(address)?.[1];
    if (id) return { poster: player.poster.replace('{id}', id), page: player.page.replace('{id}', id) };
  }
  return undefined;
}
