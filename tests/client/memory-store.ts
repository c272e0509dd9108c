import type { Connection } from '../../lib/account/connection.ts';
import type { Environment } from '../../lib/account/environment.ts';
import type { PendingSignIn } from '../../lib/account/pending.ts';
import type { AccountStore } from '../../lib/account/store.ts';

/** A store that forgets everything with the process: for tests. */
export function createMemoryStore(): AccountStore {
  const connections = new Map<Environment, Connection>();
  let pending: PendingSignIn | undefined;
  return {
    read: async (environment) => connections.get(environment),
    async write(connection) {
      connections.set(connection.environment, connection);
      pending = undefined;
    },
    async replace(connection) {
      if (connections.get(connection.environment)?.id !== connection.id) return false;
      connections.set(connection.environment, connection);
      return true;
    },
    readPending: async () => pending,
    async writePending(next) {
      pending = next;
    },
    async remove(environment) {
      connections.delete(environment);
      pending = undefined;
    },
  };
}
