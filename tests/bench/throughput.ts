import { deliver, limits, perMinute } from '../soak/throughput.ts';
import { atLeast, atMost, tell } from './lines.ts';

/*
 * `node --experimental-transform-types tests/bench/throughput.ts`: 500 saves to 10 boards against Pinterest's limit of a minute, over HTTP to the
 * emulator, in virtual time; and 60 saves to one board, which wait for nothing but the answers.
 */
const many = await deliver(500, 10, { limits }, Date.UTC(2026, 0, 1));
const share = (many.pins / many.tookMs) * 60_000 * (1 / perMinute);
const one = await deliver(60, 1, { limits });
console.table([
  { what: '500 saves to 10 boards', pins: many.pins, refused: many.refusals, 'of what is allowed': share },
  { what: '60 saves to one board', pins: one.pins, 'took ms': one.tookMs, 'answers took ms': one.answersMs },
]);
tell(
  atLeast('500 saves to 10 boards, of what Pinterest allows a minute', 0.95, share, '×', `, ${many.refusals} refused`),
  atMost('60 saves to one board, against their answers alone', 1, one.tookMs / one.answersMs, '×'),
);
