import fc from 'fast-check';
import { type decide, youngMs } from '../../lib/save/decide.ts';
import type { Job } from '../../lib/save/job.ts';
import type { SaveRequest } from '../../lib/save/request.ts';
import { createDevice, type Device } from './device.ts';
import { createFakePinterest, type FakePin, type FakePinterest, type Fate, type ListOrder } from './fake-pinterest.ts';
import { createRandom } from './random.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** What stays the same through one run of the model. */
export interface Climate {
  seed: number;
  order: ListOrder;
  clockOffsetMs: number;
  rewrites: boolean;
}

/** One save that was asked for. */
interface Gesture {
  picture: string;
  /** The picture came without its address. */
  asBytes: boolean;
  jobId?: string;
  /** The outbox said that it is durable. */
  isPromised: boolean;
}

export interface World {
  clock: VirtualClock;
  pinterest: FakePinterest;
  device: Device;
  fates: Fate[];
  gestures: Gesture[];
  /** The browser was killed, and with it went what Pinterest had answered. */
  hasForgotten: boolean;
  /** Steps until the worker, or the browser, is killed. */
  killIn?: { steps: number; what: 'worker' | 'browser' } | undefined;
}

type Command = fc.AsyncCommand<Record<string, never>, World>;

export function createWorld(climate: Climate, rule?: typeof decide): World {
  const random = createRandom(climate.seed);
  const clock = createVirtualClock();
  const fates: Fate[] = [];
  const pinterest = createFakePinterest({
    clock,
    random,
    fate: () => fates.shift() ?? 'answered',
    lateMs: () => random.next() * 20_000,
    latencyMs: () => 50 + random.next() * 450,
    lagMs: () => random.next() * 3_000,
    orderOf: () => climate.order,
    aspectOf: () => 1.5,
    pageSize: 3,
    rewrite: (pin) => {
      if (climate.rewrites && Number(pin.title.at(-1)) % 2 === 0) pin.link += '?from=pinterest';
    },
  });
  const world: World = { clock, pinterest, device: undefined as never, fates, gestures: [], hasForgotten: false };
  const onStep = (device: Device) => {
    if (!world.killIn || world.killIn.steps-- > 0) return;
    const { what } = world.killIn;
    world.killIn = undefined;
    world.hasForgotten ||= what === 'browser';
    device.kill(what);
    clock.at(clock.now() + 700, () => void (device.isAlive() || device.start()));
  };
  world.device = createDevice({
    clock,
    pinterest,
    offsetMs: climate.clockOffsetMs,
    onStep,
    report: () => {},
    ...(rule ? { rule } : {}),
  });
  return world;
}

/** Pictures of one post share every text; a picture may be saved twice on purpose, by its address or its bytes. */
function request(post: number, picture: string, board: number, asBytes: boolean): SaveRequest {
  const link = `https://site.test/${post}`;
  return {
    picture: {
      ...(asBytes ? { bytes: new Blob(['picture'], { type: picture }) } : { url: picture }),
      widthPx: 600,
      heightPx: 400,
      isPrivate: false,
    },
    target: { boardId: String(board), label: `Board ${board}`, secret: false },
    title: `Post ${post}`,
    description: '',
    altText: '',
    link,
    gesture: 'popup',
    page: { url: link, title: `Post ${post}` },
    isIncognito: false,
  };
}

const command = (name: string, run: (world: World) => void | Promise<void>): Command => ({
  check: () => true,
  run: async (_model, world) => run(world),
  toString: () => name,
});

/** The person saves a picture. */
const saves = fc.record({
  post: fc.nat(2),
  index: fc.nat(2),
  board: fc.nat(1),
  asBytes: fc.nat(3).map((n) => n === 3),
});
export const save = saves.map(({ post, index, board, asBytes }) =>
  command(`save ${board}-${post}-${index}${asBytes ? ' as bytes' : ''}`, ({ device, gestures }) => {
    if (!device.isAlive()) return;
    const picture = `https://i.test/${board}-${post}-${index}.jpg`;
    const wanted = request(post, picture, board, asBytes);
    const gesture: Gesture = { picture, asBytes, isPromised: false };
    gestures.push(gesture);
    void device.outbox.add(wanted).then(({ id }) => {
      gesture.jobId = id;
      gesture.isPromised = true;
    });
  }),
);

export const time = fc
  .oneof(fc.nat(2_000), fc.nat(60_000))
  .map((ms) => command(`${ms} ms`, ({ clock }) => clock.run(clock.now() + ms)));

const twice = ['twice-before', 'twice', 'twice-late', 'twice-lost', 'twice-limited'] as const;

export const fate = fc
  .constantFrom<Fate>(
    'answered',
    'lost-before',
    'lost-after',
    'late',
    'error-before',
    'error-after',
    'rate-limit',
    ...twice,
  )
  .map((next) => command(`next ${next}`, ({ fates }) => void fates.push(next)));

export const kill = fc
  .record({ steps: fc.nat(25), what: fc.constantFrom('worker' as const, 'browser' as const) })
  .map((death) =>
    command(`kill ${death.what} in ${death.steps}`, (world) => {
      world.killIn = { ...death };
    }),
  );

/** Another device saves something else to the same board. */
export const foreign = fc.record({ board: fc.nat(1), number: fc.nat(5) }).map(({ board, number }) =>
  command(`foreign ${number} on ${board}`, ({ pinterest }) => {
    const texts = { title: `Other ${number}`, link: `https://other.test/${number}` };
    pinterest.addPin({ ...texts, boardId: String(board), picture: 'foreign' });
  }),
);

const edited = { title: 'Edited', link: 'https://edited.test/' };

/** The person changes the words of a pin, also of one that Tack is still looking for; not as soon as it is made. */
export const edit = fc.nat(20).map((which) =>
  command(`edit ${which}`, ({ pinterest, clock }) => {
    const pin = pinterest.pins[which % Math.max(1, pinterest.pins.length)];
    if (pin && clock.now() - pin.committedMs > youngMs) Object.assign(pin, edited);
  }),
);

export const undo = fc.nat(20).map((which) =>
  command(`undo ${which}`, ({ device, gestures }) => {
    const gesture = gestures[which % Math.max(1, gestures.length)];
    if (!device.isAlive() || gesture?.jobId === undefined) return;
    void device.outbox.undo(gesture.jobId);
  }),
);

/** Nothing bad happens any more, and the person asks again for what failed. */
export async function settle({ clock, device, fates, ...world }: World): Promise<void> {
  world.killIn = undefined;
  fates.length = 0;
  if (!device.isAlive()) await clock.run(clock.now() + 2_000);
  for (let round = 0; round < 8; round++) {
    await clock.run(clock.now() + 200_000);
    void device.outbox.retryAll();
  }
}

/** What became of the saves: none of these may be anything but empty, save `inDoubt` in a hostile world. */
export function judge(world: World): {
  doubled: string[];
  lost: string[];
  inDoubt: string[];
} {
  const { pinterest, device, gestures } = world;
  const found = { doubled: [] as string[], lost: [] as string[], inDoubt: [] as string[] };
  for (const picture of new Set(gestures.map((gesture) => gesture.picture))) {
    const same = gestures.filter((gesture) => gesture.picture === picture);
    const jobs = device.outbox.list().filter((job) => same.some(({ jobId }) => jobId === job.id));
    const isCertain = (job: Job) => job.reason === undefined && ['saved', 'undone', 'discarded'].includes(job.state);
    const doubts = jobs.filter((job) => !isCertain(job)).length;
    const kept = same.filter(({ isPromised, jobId }) => {
      const state = jobId === undefined ? undefined : device.outbox.get(jobId)?.state;
      return isPromised && state !== 'undone' && state !== 'discarded';
    });
    const unpromised = same.filter(({ isPromised }) => !isPromised).length;
    const live = pinterest.pins.filter((pin) => pin.picture === picture && pin.deletedMs === undefined).length;
    const spare = untold(world, picture);
    if (live > kept.length + unpromised + spare) found.doubled.push(picture);
    if (live < kept.length - doubts - spare) found.lost.push(picture);
    if (doubts > 0) found.inDoubt.push(picture);
  }
  return found;
}

/**
 * Requests of a picture's post that left two pins which nobody can tell (docs/outbox.md, "What remains"): a person
 * changed one of the two; or the answers are forgotten, or a save in doubt, and of the post's pictures one was saved
 * several times or had no address.
 */
function untold({ pinterest, device, gestures, hasForgotten }: World, picture: string): number {
  const inPost = (one: { picture: string }) => postOf(one.picture) === postOf(picture);
  const byRequest = Map.groupBy(pinterest.pins.filter(inPost), ({ request }) => request);
  const isLive = ({ deletedMs }: FakePin) => deletedMs === undefined;
  const twice = [...byRequest.values()].filter((same) => same.length > 1).map((same) => same.filter(isLive));
  const ofPost = gestures.filter(inPost);
  const isAlone = new Set(ofPost.map((gesture) => gesture.picture)).size === ofPost.length;
  const isMixed = !isAlone || ofPost.some(({ asBytes }) => asBytes);
  const isUnsure = ({ jobId = '' }: Gesture) => device.outbox.get(jobId)?.state === 'in-doubt';
  const mayStay = isMixed && (hasForgotten || ofPost.some(isUnsure));
  const isEdited = ({ title }: FakePin) => title === edited.title;
  return twice.filter((same) => (mayStay && same.length > 1) || same.some(isEdited)).length;
}

function postOf(picture: string): string {
  return picture.slice(0, picture.lastIndexOf('-'));
}
