import type { decide } from '../../lib/save/decide.ts';
import type { Account } from '../../lib/save/job.ts';
import { createMemoryStore } from '../../lib/save/memory-store.ts';
import { createOutbox, type Outbox } from '../../lib/save/outbox.ts';
import type { Locks, PinterestPort, Ports, SessionStore } from '../../lib/save/ports.ts';
import type { Store } from '../../lib/save/store.ts';
import type { FakePinterest } from './fake-pinterest.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface DeviceOptions {
  clock: VirtualClock;
  pinterest: FakePinterest;
  /** How far this computer's clock is ahead. */
  offsetMs?: number;
  rule?: typeof decide;
  /** Told before and after every step of the worker; it may kill. */
  onStep?: (device: Device) => void;
  ports?: Partial<Ports>;
  report?: (error: unknown) => void;
}

/** A browser with Tack in it: its worker can be killed between any two steps, and the browser with it. */
export interface Device {
  outbox: Outbox;
  disk: Store;
  account: Account | undefined;
  isAlive(): boolean;
  /** The worker dies: nothing of it runs any more. With `browser` the session is gone too. */
  kill(what: 'worker' | 'browser'): void;
  /** A new worker starts. */
  start(): Promise<void>;
  /** A second context of the same browser, with the same disk and locks. */
  openAnother(): Outbox;
}

/** What dies with its worker: a call made or answered afterwards never returns. */
type Life = { isOver: boolean };

export function createDevice(options: DeviceOptions): Device {
  const { clock, pinterest, offsetMs = 0, rule } = options;
  const disk = createMemoryStore();
  let session = new Map<string, unknown>();
  let life: Life = { isOver: false };
  let held = new Set<string>();
  let lastId = 0;
  let cancelAlarm = () => {};
  const device: Device = {
    outbox: build(),
    disk,
    account: { connection: 'a', environment: 'production' },
    isAlive: () => !life.isOver,
    kill(what) {
      life.isOver = true;
      held = new Set();
      if (what === 'browser') session = new Map();
    },
    async start() {
      life = { isOver: false };
      held = new Set();
      device.outbox = build();
      void device.outbox.start();
    },
    openAnother: build,
  };
  void device.outbox.start();
  return device;

  function build(): Outbox {
    const mine = life;
    const alive = living(mine, () => options.onStep?.(device));
    const names = held;
    const sessionStore: SessionStore = {
      get: alive(async (key) => session.get(key)),
      set: alive(async (key, value) => void session.set(key, structuredClone(value))),
      all: alive(async () => Object.fromEntries(session)),
    };
    const locks: Locks = {
      async tryHold(name, work) {
        if (names.has(name)) return false;
        names.add(name);
        await work().finally(() => names.delete(name));
        return true;
      },
    };
    const local = clock.shifted(offsetMs);
    const ports: Ports = {
      account: alive(async () => device.account),
      pinterest: () => livingPort(pinterest.port(offsetMs), alive),
      addressOf: ({ url }) => (url?.startsWith('http') ? url : undefined),
      prepare: alive(async ({ bytes, url }, { forceBytes }) => {
        if (!forceBytes && url !== undefined) return { kind: 'url', url };
        return { kind: 'bytes', contentType: 'image/jpeg', blob: bytes ?? new Blob(['picture']) };
      }),
      readVideo: alive(async () => new Blob(['video'])),
      pictureKey: (url) => url,
      session: sessionStore,
      clock: { now: local.now, sleep: alive(local.sleep) },
      locks,
      wakeAt(atMs) {
        cancelAlarm();
        if (atMs !== undefined) cancelAlarm = clock.at(atMs - offsetMs, ring);
      },
      keepAlive: () => () => {},
      newId: () => `job-${lastId++}`,
      pauseBeforeSendingMs: () => 0,
      report: options.report ?? ((error) => void (mine.isOver || console.error(error))),
      ...options.ports,
    };
    return createOutbox(ports, { disk: livingStore(disk, alive), memory: createMemoryStore() }, rule);
  }

  function ring(): void {
    if (life.isOver) void device.start();
    else void device.outbox.resume();
  }
}

type Alive = <A extends unknown[], R>(call: (...args: A) => Promise<R>) => (...args: A) => Promise<R>;

function living(life: Life, step: () => void): Alive {
  return (call) =>
    (...args) =>
      new Promise((resolve, reject) => {
        step();
        if (life.isOver) return;
        call(...args).then(
          (value) => {
            step();
            if (!life.isOver) resolve(value);
          },
          (error) => {
            step();
            if (!life.isOver) reject(error);
          },
        );
      });
}

function livingStore(store: Store, alive: Alive): Store {
  return {
    ...store,
    load: alive(store.load),
    add: alive(store.add),
    write: alive(store.write),
    bytes: alive(store.bytes),
    remove: alive(store.remove),
  };
}

function livingPort(port: PinterestPort, alive: Alive): PinterestPort {
  const pages = <A extends unknown[], T>(list: (...args: A) => AsyncIterable<T>) =>
    async function* (...args: A): AsyncGenerator<T> {
      const iterator = list(...args)[Symbol.asyncIterator]();
      const next = alive(() => iterator.next());
      for (let page = await next(); !page.done; page = await next()) yield page.value;
    };
  return {
    ...port,
    createPin: alive(port.createPin),
    uploadVideo: alive(port.uploadVideo),
    savePin: alive(port.savePin),
    deletePin: alive(port.deletePin),
    createBoard: alive(port.createBoard),
    createSection: alive(port.createSection),
    listBoardPins: pages(port.listBoardPins),
    listBoards: pages(port.listBoards),
    listSections: pages(port.listSections),
  };
}
