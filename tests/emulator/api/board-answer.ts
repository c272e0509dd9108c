import type { Board } from '../state.ts';
import type { World } from '../world.ts';
import { pinterestDate } from './dates.ts';
import { pictureUrl } from './pin-answer.ts';

/** A board as the API shows it. */
export function boardAnswer(world: World, board: Board, atMs: number) {
  const pins = world.state.pins.list(atMs).filter((pin) => pin.boardId === board.id);
  const pictures = pins.flatMap((pin) => pin.picture ?? []);
  const newest = pins.reduce((latest, pin) => Math.max(latest, pin.createdAtMs), board.createdAtMs);
  return {
    id: board.id,
    name: board.name,
    description: board.description,
    privacy: board.privacy,
    created_at: pinterestDate(board.createdAtMs),
    board_pins_modified_at: pinterestDate(newest),
    pin_count: pins.length,
    follower_count: 0,
    collaborator_count: 0,
    owner: { username: board.account },
    media: {
      image_cover_url: pictures[0] ? pictureUrl(pictures[0], '400x300') : null,
      pin_thumbnail_urls: pictures.slice(0, 5).map((picture) => pictureUrl(picture, '150x150')),
    },
    is_ads_only: board.isAdsOnly,
  };
}
