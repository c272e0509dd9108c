import type { decide } from '../../lib/save/decide.ts';
import type { SaveRequest } from '../../lib/save/request.ts';
import { createDevice, type Device } from './device.ts';
import { createFakePinterest, type FakePin, type FakePinterest, type Fate, type ListOrder } from './fake-pinterest.ts';
import { createRandom, type Random } from './random.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** What is hostile about a world; everything else is as in the soak of the real browser. */
export interface World {
  name: string;
  clockOffsetMs?: number;
  order?: ListOrder;
  late?: number;
  /** How much of what dies without an answer the browser itself sends a second time. */
  sentAgain?: number;
  rewrites?: boolean;
  deletes?: boolean;
  secondDevice?: boolean;
  /** How much of everything a second profile of the same account saves: other pictures under the same words. */
  secondProfile?: number;
  /** A person edits, moves or deletes a pin so often, on average. */
  byHandEveryMs?: number;
  /** What a rate limit asks for; unsaid when absent. */
  retryAfterMs?: number;
  /** Time between two saves, on average; all are asked for within ten minutes when absent. */
  saveEveryMs?: number;
}

export interface Tally {
  doubled: number;
  lost: number;
  inDoubt: number;
  requests: number;
  /** Virtual time until everything was settled. */
  tookMs: number;
}

/** As in the hostile soak of the real browser. */
const hostile = { rewrites: true, late: 0.02, byHandEveryMs: 10_000, retryAfterMs: 1_000, saveEveryMs: 250 };

export const worlds: readonly World[] = [
  { name: 'drops before and after commit, 5xx, kills, look-alikes' },
  { name: 'client clock one minute fast', clockOffsetMs: 60_000 },
  { name: 'board in custom order', order: 'custom' },
  { name: '2 % late commits', late: 0.02 },
  { name: 'the browser sends half of what dies again, 2 % late commits', late: 0.02, sentAgain: 0.5 },
  { name: '2 % late commits, client clock one hour slow', late: 0.02, clockOffsetMs: -3_600_000 },
  { name: 'Pinterest rewrites a field on 10 % of sites', rewrites: true },
  { name: 'the user deletes pins meanwhile', deletes: true },
  { name: 'a second device writes to the boards', secondDevice: true },
  { name: 'a second profile makes one save in twenty', ...hostile, secondProfile: 0.05 },
  { name: 'a second profile makes one save in ten', ...hostile, secondProfile: 0.1 },
  { name: 'a second profile makes half of all saves', ...hostile, secondProfile: 0.5 },
];

interface Scene {
  world: World;
  random: Random;
  clock: VirtualClock;
  pinterest: FakePinterest;
  devices: Device[];
  /** Boards of pins before they were moved by hand. */
  movedFrom: Map<FakePin, string>;
  isOver: boolean;
}

/** Runs one seed of a world in virtual time, and counts what became of every save that was asked for. */
export async function simulate(world: World, seed: number, jobCount = 1000, rule?: typeof decide): Promise<Tally> {
  const random = createRandom(seed);
  const clock = createVirtualClock();
  const startMs = clock.now();
  const pinterest = createFakePinterest({
    clock,
    random,
    fate: () => sendAgain(random, world.sentAgain ?? 0, fateOf(random, world.late ?? 0)),
    lateMs: () => random.next() * 20_000,
    latencyMs: () => 100 + random.next() * 400,
    lagMs: () => random.next() * 3_000,
    retryAfterMs: world.retryAfterMs,
    orderOf: (boardId) =>
      world.order ?? (['newest', 'oldest', 'newest', 'custom'] as const)[Number(boardId) % 4] ?? 'newest',
    aspectOf: (picture) => aspects[hash(picture) % aspects.length] ?? 1,
    rewrite: (pin) => {
      if (world.rewrites && hash(pin.link) % 10 === 0 && pin.link !== '') pin.link += '?utm_source=pinterest';
    },
  });
  const second = Math.round(jobCount * (world.secondProfile ?? 0));
  const wanted = [gesturesOf(random, jobCount - second), gesturesOf(random, second, 'b')];
  const devices = wanted
    .filter((gestures) => gestures.length > 0)
    .map(() =>
      createDevice({
        clock,
        pinterest,
        offsetMs: world.clockOffsetMs ?? 0,
        ...(rule ? { rule } : {}),
        report: () => {},
      }),
    );
  const scene: Scene = { world, random, clock, pinterest, devices, movedFrom: new Map(), isOver: false };
  for (const [index, device] of devices.entries()) {
    ask(scene, device, wanted[index] ?? [], world.saveEveryMs ? jobCount * world.saveEveryMs : 600_000);
    killNowAndThen(scene, device, Math.round((10 * (wanted[index]?.length ?? 0)) / jobCount));
  }
  if (world.deletes) deleteNowAndThen(scene);
  if (world.secondDevice) writeElsewhere(scene, wanted.flat());
  if (world.byHandEveryMs) actByHand(scene, world.byHandEveryMs);

  const isSettled = () => {
    const jobs = devices.flatMap((device) => device.outbox.list());
    return (
      jobs.length === jobCount &&
      jobs.every((job) => (job.state === 'saved' && !job.sentAgain) || job.state === 'in-doubt')
    );
  };
  for (let round = 0; round < 60 && !isSettled(); round++) {
    await clock.run(clock.now() + 10 * 60_000, isSettled);
    for (const device of devices) {
      if (!device.isAlive()) await device.start();
      void device.outbox.retryAll();
    }
  }
  scene.isOver = true;
  return { ...tally(scene, wanted.flat()), requests: pinterest.requests, tookMs: clock.now() - startMs };
}

const aspects = [1, 1.333, 0.75];

function fateOf(random: Random, late: number): Fate {
  const roll = random.next();
  if (roll < 0.1) return 'lost-before';
  if (roll < 0.2) return 'lost-after';
  if (roll < 0.225) return 'error-before';
  if (roll < 0.25) return 'error-after';
  if (roll < 0.3) return 'rate-limit';
  return roll < 0.3 + late ? 'late' : 'answered';
}

/** The second request of a fate meets one of its own. */
function sendAgain(random: Random, share: number, fate: Fate): Fate {
  const first = firstOf[fate];
  if (share === 0 || !first || !random.chance(share)) return fate;
  const second = random.next();
  if (fate === 'lost-after' && second < 0.1) return 'twice-lost';
  if (fate === 'lost-after' && second < 0.15) return 'twice-limited';
  return second < 0.2 ? fate : first;
}

const firstOf: Partial<Record<Fate, Fate>> = {
  'lost-before': 'twice-before',
  'lost-after': 'twice',
  late: 'twice-late',
};

/** 40 % in groups of one post with equal texts, 5 % the same picture twice on purpose. */
function gesturesOf(random: Random, count: number, profile = ''): SaveRequest[] {
  const requests: SaveRequest[] = [];
  for (let number = 0; requests.length < count; number++) {
    const isGroup = random.chance(0.1);
    const size = isGroup ? 4 + random.below(6) : 1;
    const boardId = String(1 + random.below(20));
    for (let index = 0; index < size && requests.length < count; index++) {
      const one = gesture(number, index, boardId, profile);
      requests.push(one);
      if (random.chance(0.05) && requests.length < count) requests.push(one);
    }
  }
  return requests;
}

function gesture(post: number, index: number, boardId: string, profile: string): SaveRequest {
  const url = `https://i.test/${profile}${post}-${index}.jpg`;
  const aspect = aspects[hash(url) % aspects.length] ?? 1;
  const page = `https://site-${post % 40}.test/${post}`;
  return {
    picture: { url, widthPx: Math.round(600 * aspect), heightPx: 600, isPrivate: false },
    target: { boardId, label: `Board ${boardId}`, secret: false },
    title: `Post ${post}`,
    description: post % 3 === 0 ? '' : `Words of post ${post}`,
    altText: '',
    link: page,
    gesture: 'popup',
    page: { url: page, title: `Post ${post}` },
    isIncognito: false,
  };
}

/** The person saves, one picture or one post at a time. */
function ask({ clock, random }: Scene, device: Device, wanted: readonly SaveRequest[], withinMs: number): void {
  for (const request of wanted) {
    clock.at(clock.now() + random.next() * withinMs, function save() {
      if (device.isAlive()) void device.outbox.add(request);
      else clock.at(clock.now() + 500, save);
    });
  }
}

function killNowAndThen(scene: Scene, device: Device, mostBrowserKills: number): void {
  const { clock, random } = scene;
  let browserKills = mostBrowserKills;
  clock.at(clock.now() + 2_000 + random.next() * 6_000, function kill() {
    if (scene.isOver) return;
    const isBrowser = browserKills > 0 && random.chance(0.1);
    if (isBrowser) browserKills--;
    device.kill(isBrowser ? 'browser' : 'worker');
    clock.at(clock.now() + 300, () => {
      if (!scene.isOver && !device.isAlive()) void device.start();
    });
    clock.at(clock.now() + 2_000 + random.next() * 6_000, kill);
  });
}

function deleteNowAndThen(scene: Scene): void {
  const { clock, random, pinterest } = scene;
  clock.at(clock.now() + 5_000, function remove() {
    if (scene.isOver) return;
    const pin = pinterest.pins[random.below(pinterest.pins.length)];
    if (pin) pin.deletedMs ??= clock.now();
    clock.at(clock.now() + random.next() * 20_000, remove);
  });
}

/** On Pinterest's own site a person gives a pin another title, moves it to another board, or deletes it. */
function actByHand(scene: Scene, everyMs: number): void {
  const { clock, random, pinterest, movedFrom } = scene;
  clock.at(clock.now() + 5_000, function act() {
    if (scene.isOver) return;
    const pin = pinterest.pins[random.below(pinterest.pins.length)];
    const what = random.below(3);
    if (pin && what === 0) pin.deletedMs ??= clock.now();
    if (pin && what === 1) pin.title = `My own words ${random.below(1000)}`;
    if (pin && what === 2) {
      movedFrom.set(pin, movedFrom.get(pin) ?? pin.boardId);
      pin.boardId = String(1 + random.below(20));
    }
    clock.at(clock.now() + random.next() * 2 * everyMs, act);
  });
}

/** Another device saves to the same boards; now and then just what this one saves. */
function writeElsewhere(scene: Scene, wanted: readonly SaveRequest[]): void {
  const { clock, random, pinterest } = scene;
  clock.at(clock.now() + 5_000, function write() {
    if (scene.isOver) return;
    const model = wanted[random.below(wanted.length)];
    if (model && 'boardId' in model.target) {
      const { title, description, link = '' } = model;
      const texts = random.chance(0.1) ? { title, description, link } : { title: `Other ${random.next()}` };
      pinterest.addPin({ ...texts, boardId: model.target.boardId, picture: 'elsewhere' });
    }
    clock.at(clock.now() + random.next() * 10_000, write);
  });
}

function tally(
  { pinterest, devices, movedFrom }: Scene,
  wanted: readonly SaveRequest[],
): Pick<Tally, 'doubled' | 'lost' | 'inDoubt'> {
  const made = countBy(
    pinterest.pins.filter(({ isTakenBack }) => !isTakenBack),
    (pin) => `${movedFrom.get(pin) ?? pin.boardId} ${pin.picture}`,
  );
  const expected = countBy(wanted, placeOfRequest);
  const doubts = devices.flatMap(({ outbox }) => outbox.list().filter((job) => job.state !== 'saved'));
  const open = countBy(doubts, (job) => `${'boardId' in job.target && job.target.boardId} ${job.wish?.picture.url}`);
  let doubled = 0;
  let lost = 0;
  for (const [place, count] of expected) {
    const there = made.get(place) ?? 0;
    doubled += Math.max(0, there - count);
    lost += Math.max(0, count - there - (open.get(place) ?? 0));
  }
  return { doubled, lost, inDoubt: doubts.length };
}

function placeOfRequest({ target, picture }: SaveRequest): string {
  return `${'boardId' in target && target.boardId} ${picture.url}`;
}

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function hash(text: string): number {
  let value = 7;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) >>> 0;
  return value % 9973;
}
