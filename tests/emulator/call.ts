import type { HttpBindings } from '@hono/node-server';

export type Environment = 'production' | 'sandbox';

/** What one request carries beside its own words: the times it reads and writes at, and what is done to it. */
export interface Call {
  readonly environment: Environment;
  /** Server time at which it sees the state. */
  readAtMs: number;
  /** Server time at which its write becomes visible. */
  commitAtMs: number;
  /** Texts that are stored otherwise than given. */
  rewrites: Record<string, string>;
}

export interface Bindings {
  readonly call: Call;
}

export type NodePair = HttpBindings;
