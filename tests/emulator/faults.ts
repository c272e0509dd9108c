import * as z from 'zod/mini';
import { createRandom } from './random.ts';

const API_HOSTS = '^api(-sandbox)?\\.pinterest\\.com$';

const match = {
  id: z.optional(z.string()),
  method: z.optional(z.string()),
  /** Regular expression sources, matched against the host (the two API hosts when absent), the path, the raw body. */
  host: z.optional(z.string()),
  path: z.optional(z.string()),
  body: z.optional(z.string()),
  /** Only the nth matching request, counted from 1. */
  nth: z.optional(z.int()),
  probability: z.optional(z.number()),
  seed: z.optional(z.int()),
  /** How often it strikes at most. */
  times: z.optional(z.int()),
};
/** Whether the server does what was asked before it answers wrongly. */
const commits = z.optional(z.boolean());
const headers = z.optional(z.record(z.string(), z.string()));

/** What can go wrong with a request, and which requests it strikes. */
export const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('trial'), ...match }),
  z.strictObject({
    kind: z.literal('rate-limit'),
    retryAfterS: z.optional(z.int()),
    resetS: z.optional(z.int()),
    ...match,
  }),
  z.strictObject({ kind: z.literal('spam'), ...match }),
  z.strictObject({ kind: z.literal('expired-token'), ...match }),
  z.strictObject({
    kind: z.literal('error'),
    status: z.int(),
    code: z.int(),
    message: z.string(),
    commits,
    headers,
    ...match,
  }),
  z.strictObject({ kind: z.literal('server-error'), status: z.optional(z.int()), commits, ...match }),
  z.strictObject({ kind: z.literal('html'), status: z.optional(z.int()), commits, ...match }),
  z.strictObject({ kind: z.literal('empty'), status: z.optional(z.int()), commits, ...match }),
  z.strictObject({ kind: z.literal('wrong-shape'), answer: z.optional(z.unknown()), commits, ...match }),
  z.strictObject({ kind: z.literal('half'), ...match }),
  z.strictObject({ kind: z.literal('drop'), when: z.enum(['before-commit', 'after-commit']), ...match }),
  /** The connection dies at once; the commit lands `delayMs` of server time later. */
  z.strictObject({ kind: z.literal('late-commit'), delayMs: z.int(), ...match }),
  /** Answers after `delayMs` of real time; the commit comes first unless `commit` is `late`. */
  z.strictObject({
    kind: z.literal('slow'),
    delayMs: z.int(),
    headers: z.optional(z.enum(['early', 'late'])),
    commit: z.optional(z.enum(['early', 'late'])),
    ...match,
  }),
  /** Waits, before anything is done, until the fault is taken away. */
  z.strictObject({ kind: z.literal('held'), ...match }),
  /** Reads show the state of `lagMs` ago; with `jitter`, of any time in between, so they can go backwards. */
  z.strictObject({ kind: z.literal('lag'), lagMs: z.int(), jitter: z.optional(z.boolean()), ...match }),
  /** Pinterest stores other texts than it was given. `$` in a value stands for the text it was given. */
  z.strictObject({ kind: z.literal('rewrite'), fields: z.record(z.string(), z.string()), ...match }),
]);
export type Fault = z.infer<typeof Fault>;

export interface FaultTarget {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly body: () => string;
}

/** A fault that strikes a request. */
export interface Struck {
  readonly id: string;
  readonly fault: Fault;
  readonly random: () => number;
  /** Resolves once the fault is taken away. */
  readonly gone: Promise<void>;
}

interface Armed {
  readonly id: string;
  readonly fault: Fault;
  readonly random: () => number;
  readonly gone: PromiseWithResolvers<void>;
  seen: number;
  struck: number;
}

/** The faults that are switched on, in the order they were. */
export class Faults {
  #armed: Armed[] = [];
  #count = 0;

  add(input: unknown): string {
    const fault = Fault.parse(input);
    this.#count += 1;
    const id = fault.id ?? `${fault.kind}-${this.#count}`;
    const random = createRandom(fault.seed ?? this.#count);
    this.#armed.push({ id, fault, random, gone: Promise.withResolvers(), seen: 0, struck: 0 });
    return id;
  }

  remove(id: string): void {
    this.#disarm((armed) => armed.id === id);
  }

  clear(): void {
    this.#disarm(() => true);
  }

  #disarm(isMeant: (armed: Armed) => boolean): void {
    const { taken = [], left = [] } = Object.groupBy(this.#armed, (armed) => (isMeant(armed) ? 'taken' : 'left'));
    this.#armed = left;
    for (const { gone } of taken) gone.resolve();
  }

  list(): { id: string; fault: Fault; struck: number }[] {
    return this.#armed.map(({ id, fault, struck }) => ({ id, fault, struck }));
  }

  /** The faults that strike this request; counting it for each of them. */
  take(target: FaultTarget): Struck[] {
    return this.#armed
      .filter((armed) => strikes(armed, target))
      .map((armed) => ({ ...armed, gone: armed.gone.promise }));
  }
}

function strikes(armed: Armed, target: FaultTarget): boolean {
  const { fault } = armed;
  if (fault.method !== undefined && fault.method !== target.method) return false;
  if (!new RegExp(fault.host ?? API_HOSTS).test(target.host)) return false;
  if (fault.path !== undefined && !new RegExp(fault.path).test(target.path)) return false;
  if (fault.body !== undefined && !new RegExp(fault.body).test(target.body())) return false;
  armed.seen += 1;
  if (fault.nth !== undefined && armed.seen !== fault.nth) return false;
  if (fault.times !== undefined && armed.struck >= fault.times) return false;
  if (fault.probability !== undefined && armed.random() >= fault.probability) return false;
  armed.struck += 1;
  return true;
}
