import { createRandom, type Random } from './random.ts';

/** One save as the person means it: `number` is drawn into the picture, so that the pin tells which one it shows. */
export interface Wanted {
  board: number;
  /** The profile that saves it: 0, or 1 for the second. */
  profile: number;
  number: number;
  widthPx: number;
  heightPx: number;
  title: string;
  description: string;
  link: string;
  /** Handed over as bytes, as a picture without an address would be. */
  asBytes: boolean;
}

/** One press on *Save*: everything that goes to one board at once. */
export interface Press {
  atMs: number;
  saves: Wanted[];
}

export interface Plan {
  presses: Press[];
  /** When the worker is stopped, and when the browser is killed; milliseconds from the start, without end. */
  nextStopMs(afterMs: number): number;
  killsAtMs: number[];
}

const shapes = [
  [240, 320],
  [240, 240],
  [320, 240],
] as const;

export interface PlanOptions {
  seed: number;
  saves: number;
  boards: number;
  kills: number;
  saveEveryMs: number;
  /** A second profile's pictures are others, under the same words. */
  isSecond?: boolean;
}

/** Posts that one profile may save from; the numbers that a picture can carry end at 65,535. */
const mostPosts = 3_000;

/**
 * What happens in one soak, the same for the same seed. Four saves in ten belong to a post: equal texts, other pictures.
 * One in twenty is the same picture once more, on purpose.
 */
export function createPlan({ seed, saves: count, boards, kills, saveEveryMs, isSecond = false }: PlanOptions): Plan {
  const random = createRandom(seed + (isSecond ? 500 : 0));
  const firstPost = isSecond ? mostPosts : 0;
  const presses: Press[] = [];
  let asked = 0;
  for (let post = firstPost; asked < count; post++) {
    const isGroup = random.chance(0.12);
    const size = Math.min(count - asked, isGroup ? 4 + random.below(5) : 1);
    const board = random.below(boards);
    const saves = Array.from({ length: size }, (_, index) => wanted(random, post, index, board));
    const [first] = saves;
    if (first && random.chance(0.07) && asked + size < count) saves.push(first);
    asked += saves.length;
    const isAtOnce = random.chance(0.5);
    for (const press of isAtOnce ? [saves] : saves.map((save) => [save])) {
      presses.push({ atMs: random.next() * count * saveEveryMs, saves: press });
    }
  }
  const killsAtMs = Array.from(
    { length: kills },
    (_, index) => ((index + 0.3 + random.next() * 0.6) / kills) * count * saveEveryMs,
  );
  const stops = createRandom(seed + 1);
  return {
    presses: presses.sort((a, b) => a.atMs - b.atMs),
    killsAtMs,
    nextStopMs: (afterMs) => afterMs + 3_000 + stops.next() * 5_000,
  };
}

function wanted(random: Random, post: number, index: number, board: number): Wanted {
  const words = post % mostPosts;
  const [widthPx, heightPx] = shapes[random.below(shapes.length)] ?? shapes[0];
  return {
    board,
    profile: Math.floor(post / mostPosts),
    number: post * 10 + index,
    widthPx,
    heightPx,
    title: `Post ${words}`,
    description: words % 3 === 0 ? '' : `Words of post ${words} & “more”`,
    link: `https://kitchen.test/recipes/plum-cake?post=${words}`,
    asBytes: random.chance(0.05),
  };
}
