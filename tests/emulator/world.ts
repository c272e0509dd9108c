import { type Clock, createClock } from './clock.ts';
import { Faults } from './faults.ts';
import { RateLimits } from './limits.ts';
import { RequestLog } from './log.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { State } from './state.ts';

/** One emulated Pinterest: what its rooms share. */
export class World {
  readonly clock: Clock;
  readonly log = new RequestLog();
  readonly faults = new Faults();
  readonly limits = new RateLimits();
  settings: Settings = defaultSettings();
  state = new State();
  /** Fetches over the emulator's own loopback, for pictures of the sites it serves. */
  fetchSite: (url: string, init?: RequestInit) => Promise<Response> = () => Promise.reject(new Error('not started'));

  constructor(now: () => number) {
    this.clock = createClock(now);
  }

  /** Back to the state after start: default settings, no faults, no log, the clock untouched by offsets. */
  reset(): void {
    this.log.clear();
    this.faults.clear();
    this.limits.clear();
    this.clock.setOffset(0);
    this.settings = defaultSettings();
    this.state = new State();
  }
}
