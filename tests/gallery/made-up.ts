import type { PopupPicture } from '../../components/popup/model.ts';
import type { Board } from '../../lib/boards/board.ts';
import type { HiddenReason } from '../../lib/page/candidate.ts';

const hues = [345, 32, 212, 118, 28, 174, 288, 8, 220];
const sizes = [
  [1200, 1600],
  [900, 1350],
  [800, 1000],
  [800, 800],
  [1500, 1000],
  [640, 640],
  [1024, 768],
  [700, 1050],
  [1600, 900],
] as const;
const names = [
  'Plum cake on a blue plate',
  'Slices on a rack',
  '',
  'Cardamom pods, seen from very close',
  'The table by the window',
  '',
  'Grandmother’s handwriting',
  'Plums from the garden',
  'A café in Lisbon',
];

/** A picture without a file: soft hills in a colour of its own. */
export function drawing(index: number, widthPx: number, heightPx: number): string {
  const hue = hues[index % hues.length] ?? 0;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 100 100" preserveAspectRatio="none"><defs><linearGradient id="g" x2=".3" y2="1"><stop stop-color="hsl(${hue} 45% 82%)"/><stop offset="1" stop-color="hsl(${hue + 24} 48% 62%)"/></linearGradient></defs><rect width="100" height="100" fill="url(#g)"/><circle cx="${28 + ((index * 17) % 48)}" cy="30" r="12" fill="hsl(${hue + 40} 70% 90%)"/><path d="M0 72Q26 ${48 + (index % 5) * 4} 52 70T100 60V100H0Z" fill="hsl(${hue} 38% 42%)"/><path d="M0 88Q30 70 60 84T100 80V100H0Z" fill="hsl(${hue} 42% 30%)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** One made-up picture of a page. */
export function picture(index: number, more: Partial<PopupPicture> = {}): PopupPicture {
  const [widthPx, heightPx] = sizes[index % sizes.length] ?? [800, 800];
  const url = `https://plums.example/photos/photo-${index + 1}.jpg`;
  return {
    key: url,
    id: index,
    order: (index * 7) % 24,
    source: 'img',
    url,
    larger: [],
    previewUrl: drawing(index, widthPx / 4, heightPx / 4),
    widthPx,
    heightPx,
    title: names[index % names.length] || 'Plum cake with cardamom',
    description: 'A cake for the end of summer, with plums, cardamom and brown butter.',
    altText: names[index % names.length] ?? '',
    link: 'https://plums.example/cake',
    ...more,
  };
}

const reasons: readonly HiddenReason[] = [
  'too-small',
  'too-small',
  'icon',
  'avatar',
  'too-small',
  'ad',
  'too-small',
  'icon',
  'tracking',
];

/** A page's worth: `count` pictures, one of them saved already, and nine hidden ones. */
export function pictures(count = 24): PopupPicture[] {
  const shown = Array.from({ length: count }, (_, index) => picture(index, index === 4 ? { savedTo: ['Garden'] } : {}));
  const hidden = reasons.map((reason, index) =>
    picture(count + index, { hidden: reason, widthPx: 80, heightPx: 60, altText: '' }),
  );
  return [...shown, ...hidden];
}

const boardNames = ['Recipes', 'Garden', 'Cipressi', 'Living room', 'Crème brûlée & co', 'Typography', 'Lisbon 2026'];
const sectionNames = ['Cakes', 'Soups', 'Bread', 'Preserves'];

/** `count` boards; the first has sections, the third is secret, the fourth's sections are not read yet. */
export function boards(count = boardNames.length): Board[] {
  return Array.from({ length: count }, (_, index) => {
    const board: Board = {
      id: String(1000 + index),
      name: boardNames[index] ?? `Board ${index + 1}`,
      isSecret: index === 2,
      pinCount: (index * 397 + 1204) % 1611,
      ...(index === 5 ? {} : { coverUrl: drawing(index + 3, 64, 64) }),
    };
    if (index === 3) return board;
    const sections = index === 0 ? sectionNames.map((name, at) => ({ id: String(50 + at), name })) : [];
    return { ...board, sections };
  });
}
