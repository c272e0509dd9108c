import type { Ports } from '../../lib/save/ports.ts';
import type { SaveRequest } from '../../lib/save/request.ts';
import { createDevice } from './device.ts';
import { createFakePinterest, type Fate } from './fake-pinterest.ts';
import { createRandom } from './random.ts';
import { createVirtualClock } from './virtual-clock.ts';

type WorldOptions = Partial<Ports> & {
  /** How late a late commit is. */
  lateMs?: number;
  /** How far the computer's clock is ahead. */
  offsetMs?: number;
};

/** A device and a Pinterest that does to each creating request what `fates` say in turn. */
export function outboxWorld(fates: Fate[] = [], { lateMs = 10_000, offsetMs = 0, ...ports }: WorldOptions = {}) {
  const clock = createVirtualClock();
  const pinterest = createFakePinterest({
    clock,
    random: createRandom(1),
    fate: () => fates.shift() ?? 'answered',
    lateMs: () => lateMs,
    latencyMs: () => 100,
    lagMs: () => 0,
    orderOf: () => 'newest',
    aspectOf: () => 1.5,
  });
  const errors: unknown[] = [];
  const device = createDevice({ clock, pinterest, offsetMs, ports, report: (error) => errors.push(error) });
  return {
    clock,
    pinterest,
    device,
    errors,
    fates,
    run: (ms = 300_000) => clock.run(clock.now() + ms),
    livePins: () => pinterest.pins.filter((pin) => pin.deletedMs === undefined),
    states: () => device.outbox.list().map((job) => job.state),
  };
}

export function saveRequest(changes: Partial<SaveRequest> = {}): SaveRequest {
  return {
    picture: { url: 'https://i.test/1.jpg', widthPx: 600, heightPx: 400, isPrivate: false },
    target: { boardId: '1', label: 'Recipes', secret: false },
    title: 'Cake',
    description: 'With cherries',
    altText: '',
    link: 'https://site.test/cake',
    gesture: 'popup',
    page: { url: 'https://site.test/cake', title: 'A cake' },
    isIncognito: false,
    ...changes,
  };
}
