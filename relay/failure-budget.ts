/** The two grants, which share the budget unequally. */
export type Grant = 'authorization_code' | 'refresh_token';

const WINDOW_MS = 60_000;
const TOTAL = 120;
/** Anybody can make a code exchange fail, but only a connected extension a refresh: 40 stay for refreshes. */
const CODE_SHARE = 80;

/**
 * How many refused or broken calls to Pinterest a minute may see before the relay stops calling, so that nobody
 * can use it to get the app blocked. It counts in this process or isolate.
 */
export class FailureBudget {
  #endsAt = 0;
  #code = 0;
  #refresh = 0;

  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds until `grant` may call again: 0 when it may now. */
  waitMs(grant: Grant): number {
    this.#turn();
    const spent = this.#code + this.#refresh >= TOTAL || (grant === 'authorization_code' && this.#code >= CODE_SHARE);
    return spent ? this.#endsAt - this.#now() : 0;
  }

  /** Counts one failure. Codes never spend more than their share, whatever was in flight at the time. */
  spend(grant: Grant): void {
    this.#turn();
    if (grant === 'refresh_token') this.#refresh += 1;
    else this.#code = Math.min(this.#code + 1, CODE_SHARE);
  }

  #turn(): void {
    if (this.#now() < this.#endsAt) return;
    this.#endsAt = this.#now() + WINDOW_MS;
    this.#code = 0;
    this.#refresh = 0;
  }
}
