import type { Connection } from './connection.ts';
import type { Environment } from './environment.ts';
import type { PendingSignIn } from './pending.ts';

/** Where connections are kept: IndexedDB in the browser, memory in tests. Each call is one transaction. */
export interface AccountStore {
  /** The connection of an environment; undefined when there is none or it cannot be read. */
  read(environment: Environment): Promise<Connection | undefined>;
  /** Durable when it resolves. Ends the pending sign-in. */
  write(connection: Connection): Promise<void>;
  /** Replaces the connection only if it is still the one with this id; tells whether it was. */
  replace(connection: Connection): Promise<boolean>;
  readPending(): Promise<PendingSignIn | undefined>;
  writePending(pending: PendingSignIn | undefined): Promise<void>;
  /** Forgets one environment, and every pending sign-in. */
  remove(environment: Environment): Promise<void>;
}
