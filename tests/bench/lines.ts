import { appendFileSync } from 'node:fs';

/** One line of the table of numbers: what was measured, beside the goal of docs/performance.md. */
export interface Line {
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly met: 'yes' | 'no' | 'not shown';
}

/** Hands lines to the table that `npm run bench` prints at its end; a bench that runs by itself has none. */
export function tell(...lines: readonly Line[]): void {
  const file = process.env['TACK_BENCH_LINES'];
  if (file) appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** A line that is met when what was measured is at most the goal. */
export function atMost(what: string, goal: number, measured: number, unit: string, more = ''): Line {
  const met = measured <= goal ? 'yes' : 'no';
  return { what, goal: `≤ ${goal} ${unit}`, measured: `${rounded(measured)} ${unit}${more}`, met };
}

/** A line that is met when what was measured is at least the goal. */
export function atLeast(what: string, goal: number, measured: number, unit: string, more = ''): Line {
  const met = measured >= goal ? 'yes' : 'no';
  return { what, goal: `≥ ${goal} ${unit}`, measured: `${rounded(measured)} ${unit}${more}`, met };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
