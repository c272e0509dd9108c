/** A video that a page embeds. */
export interface Video {
  /** Occurs in every address of the video. */
  id: string;
  /** Where it is played. */
  page: string;
  /** Absent where the site gives it only through an API. */
  poster?: string;
}

interface Player {
  address: RegExp;
  page: string;
  poster?: string;
}

/** How each player's address names the video, the page to link to, and the poster that its site has for each. */
const players: Player[] = [
  {
    address:
      /(?:youtube(?:-nocookie)?\.com\/(?:embed\/|shorts\/|watch\?v=|(?=[\w-]{11}$))|youtu\.be\/)([\w-]{11})(?![\w-])/,
    page: 'https://www.youtube.com/watch?v=$1',
    poster: 'https://i.ytimg.com/vi/$1/hqdefault.jpg',
  },
  {
    address: /instagram\.com\/(?:p|reel|tv)\/([\w-]+)/,
    page: 'https://www.instagram.com/p/$1/',
    poster: 'https://www.instagram.com/p/$1/media/?size=l',
  },
  { address: /vimeo\.com\/(?:\w+\/)*(\d{5,})/, page: 'https://vimeo.com/$1' },
  { address: /tiktok\.com\/(?:@[\w.-]+\/\w+\/)(\d{5,})/, page: 'https://www.$0' },
  { address: /tiktok\.com\/(?:\w+\/)*(\d{5,})/, page: 'https://www.tiktok.com/embed/v2/$1' },
];

/** The embedded video; nothing for a player that is not known. */
export function videoOf(address: string): Video | undefined {
  for (const { address: pattern, page, poster } of players) {
    const [whole, id] = pattern.exec(address) ?? [];
    if (!whole || !id) continue;
    const fill = (text: string) => text.replace('$0', whole).replace('$1', id);
    return { id, page: fill(page), ...(poster && { poster: fill(poster) }) };
  }
  return undefined;
}
