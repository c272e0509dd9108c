import type { Locks } from './ports.ts';

/** Locks shared by every context of the extension, by `navigator.locks`; the browser frees them when a holder dies. */
export function browserLocks(manager: LockManager): Locks {
  return {
    tryHold: (name, work) =>
      manager.request(name, { ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await work();
        return true;
      }),
  };
}
