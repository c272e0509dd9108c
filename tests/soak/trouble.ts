import type { Emulator } from '../emulator/start.ts';
import { addedToLinks } from './ledger.ts';

type Fault = Parameters<Emulator['fault']>[0];

const save = { method: 'POST', path: '^/v5/pins$' };
const list = { method: 'GET', path: '/pins$' };
/** The way to Pinterest and its work: on loopback a request would die before it could have been done. */
const travelMs = 300;
const lateMs = [2_000, 7_000, 13_000, 20_000];

/** All that goes wrong on the way to Pinterest in a soak. `share` scales how often. */
export function makeTrouble(emulator: Emulator, seed: number, share = 1): void {
  const faults: [number, Fault][] = [
    [0.1, { kind: 'drop', when: 'before-commit', ...save }],
    [0.1, { kind: 'drop', when: 'after-commit', ...save }],
    [0.025, { kind: 'server-error', commits: false, ...save }],
    [0.025, { kind: 'server-error', commits: true, ...save }],
    [0.05, { kind: 'rate-limit', retryAfterS: 1, resetS: 1, ...save }],
    ...lateMs.map((delayMs): [number, Fault] => [0.005, { kind: 'late-commit', delayMs, ...save }]),
    [0.01, { kind: 'half', ...save }],
    [0.01, { kind: 'html', commits: true, ...save }],
    [0.2, { kind: 'slow', delayMs: 300, ...save }],
    [0.03, { kind: 'drop', when: 'before-commit', ...list }],
    [0.03, { kind: 'server-error', ...list }],
    [0.1, { kind: 'drop', when: 'after-commit', method: 'POST', path: '/oauth/token$' }],
  ];
  for (const [index, [probability, fault]] of faults.entries()) {
    const id = `${fault.kind}${'when' in fault ? ` ${fault.when}` : ''}${fault.method === 'GET' ? ' of a list' : ''}`;
    emulator.fault({ id, ...fault, probability: probability * share, seed: seed * 100 + index });
  }
  emulator.fault({ kind: 'slow', delayMs: travelMs, commit: 'late', ...save, id: 'travel' });
  emulator.fault({ kind: 'lag', lagMs: 3_000, jitter: true, seed, ...list, id: 'lag of a list' });
}

/** Pinterest adds to the links of one post in ten. */
export function rewriteLinks(emulator: Emulator): void {
  emulator.fault({
    kind: 'rewrite',
    fields: { link: `$${addedToLinks}` },
    ...save,
    body: '"link":"[^"]*3"',
    id: 'rewrite',
  });
}
