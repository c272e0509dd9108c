import { connect } from '../emulator/helpers.ts';
import type { Emulator } from '../emulator/start.ts';
import type { Pin } from '../emulator/state.ts';
import { createRandom } from './random.ts';

/** What a person does with pins on Pinterest's own site, while Tack saves. */
export interface ByHand {
  acts: number;
  stop(): Promise<void>;
  /** The pins as they were made: undoes in the reckoning what was done by hand. */
  asMade(pins: readonly Pin[]): Pin[];
  /** Whether a pin with this title was removed or moved away from a board. */
  hasTaken(boardId: string, title: string): boolean;
}

const everyMs = 10_000;

/** Edits, moves or deletes a pin every few seconds, until it is stopped. */
export function actByHand(emulator: Emulator, boardIds: readonly string[], seed: number): ByHand {
  const random = createRandom(seed + 3);
  const made = new Map<string, Pin>();
  const gone = new Map<string, Pin>();
  const taken = new Set<string>();
  const ending = new AbortController();
  const byHand: ByHand = {
    acts: 0,
    async stop() {
      ending.abort();
      await acting;
    },
    asMade: (pins) => [...pins.map((pin) => made.get(pin.id) ?? pin), ...gone.values()],
    hasTaken: (boardId, title) => taken.has(`${boardId} ${title}`),
  };
  const acting = act();
  return byHand;

  async function act(): Promise<void> {
    while (!ending.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, random.next() * 2 * everyMs));
      const { pins } = emulator.state();
      const pin = pins[random.below(pins.length)];
      if (!pin || ending.signal.aborted) continue;
      const original = made.get(pin.id) ?? pin;
      const ask = connect(emulator);
      const what = random.below(3);
      if (what === 0) {
        if ((await ask('DELETE', `/pins/${pin.id}`)).status !== 204) continue;
        gone.set(pin.id, original);
      } else {
        const to = boardIds[random.below(boardIds.length)];
        const change = what === 1 ? { title: `My own words ${random.below(1000)}` } : { board_id: to };
        if ((await ask('PATCH', `/pins/${pin.id}`, change)).status !== 200) continue;
      }
      made.set(pin.id, original);
      taken.add(`${pin.boardId} ${original.title}`);
      byHand.acts++;
    }
  }
}
