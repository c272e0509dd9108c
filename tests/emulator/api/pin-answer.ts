import type { PictureInfo } from '../pictures/inspect.ts';
import type { Pin } from '../state.ts';
import { pinterestDate } from './dates.ts';

const WIDTHS = { '150x150': 150, '400x300': 400, '600x': 600, '1200x': 1200 } as const;
type Size = keyof typeof WIDTHS;

/** Where a pin's picture is shown. */
export function pictureUrl(picture: PictureInfo, size: Size): string {
  return `https://i.pinimg.com/${size}/${picture.sha256}.jpg`;
}

/** A pin as the API shows it. */
export function pinAnswer(pin: Pin, withMetrics = false) {
  return {
    id: pin.id,
    created_at: pinterestDate(pin.createdAtMs),
    link: pin.link,
    title: pin.title,
    description: pin.description,
    dominant_color: pin.dominantColor ?? pin.picture?.color ?? null,
    alt_text: pin.altText,
    creative_type: pin.mediaId ? 'VIDEO' : pin.slots.length > 0 ? 'CAROUSEL' : 'REGULAR',
    board_id: pin.boardId,
    board_section_id: pin.sectionId,
    board_owner: { username: pin.account },
    is_owner: true,
    is_standard: pin.isStandard,
    is_removable: false,
    has_been_promoted: false,
    parent_pin_id: pin.parentPinId,
    note: '',
    product_tags: [],
    pin_metrics: withMetrics ? metrics() : null,
    media: mediaAnswer(pin),
  };
}

function metrics() {
  const counts = { pin_click: 7, impression: 2, clickthrough: 3 };
  return { '90d': counts, lifetime_metrics: { ...counts, reaction: 10, comment: 2 } };
}

function mediaAnswer(pin: Pin) {
  const images = pin.picture ? imageSizes(pin.picture) : {};
  if (pin.mediaId) {
    const cover = pin.picture ? pictureUrl(pin.picture, '600x') : 'https://i.pinimg.com/600x/video.jpg';
    return {
      media_type: 'video',
      images,
      cover_image_url: cover,
      video_url: null,
      duration: 12,
      height: null,
      width: null,
    };
  }
  if (pin.slots.length === 0) return { media_type: 'image', images };
  const items = pin.slots.map(({ picture, title, description, link }) => ({
    item_type: 'image',
    images: imageSizes(picture),
    title,
    description,
    link,
  }));
  return { media_type: 'multiple_images', items };
}

function imageSizes(picture: PictureInfo) {
  const sizes = Object.entries(WIDTHS) as [Size, number][];
  return Object.fromEntries(sizes.map(([size, widthPx]) => [size, imageSize(picture, size, widthPx)]));
}

function imageSize(picture: PictureInfo, size: Size, widthPx: number) {
  if (size === '150x150') return { width: 150, height: 150, url: pictureUrl(picture, size) };
  const width = Math.min(widthPx, picture.widthPx);
  const height = size === '400x300' ? 300 : Math.round((picture.heightPx * width) / picture.widthPx);
  return { width, height, url: pictureUrl(picture, size) };
}
