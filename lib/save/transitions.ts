import { Failure } from '../failure.ts';
import type { JobState } from './job-state.ts';

/** The arrows a job may move along: each has what makes it move. Drawn in docs/outbox.md; a test holds both together. */
export const transitions: Readonly<Record<JobState, Partial<Record<JobState, string>>>> = {
  waiting: {
    preparing: 'its turn',
    sending: 'its turn, nothing to prepare',
    unknown: 'sent twice, before Pinterest said to wait',
    failed: 'cannot be prepared',
    discarded: 'discard',
    undone: 'undo',
  },
  preparing: {
    sending: 'ready',
    waiting: 'interrupted or told to wait',
    failed: 'cannot be prepared',
    discarded: 'discard',
    undone: 'undo',
  },
  sending: {
    saved: 'readable 2xx',
    undoing: 'readable 2xx, undo asked',
    undone: 'refused, undo asked',
    failed: 'refused',
    waiting: 'told to wait, or bytes wanted',
    unknown: 'answer lost',
  },
  unknown: {
    saved: 'found on the board',
    undoing: 'found, undo asked',
    undone: 'absent, undo asked',
    waiting: 'absent, send again',
    failed: 'absent after three losses, or board gone',
    'in-doubt': 'cannot be told',
  },
  'in-doubt': {
    unknown: 'look',
    saved: 'it is there',
    waiting: 'save again',
    discarded: 'discard',
  },
  failed: { waiting: 'retry or edit', discarded: 'discard' },
  saved: { undoing: 'undo' },
  undoing: { undone: 'deleted', saved: 'cannot be undone' },
  discarded: {},
  undone: {},
};

/** The states in which a job may be written for the first time. */
export const birthStates: readonly JobState[] = ['waiting', 'sending'];

/**
 * Lets a job keep its state or move along an arrow.
 * @throws Failure `forbidden-transition`
 */
export function assertTransition(from: JobState, to: JobState): void {
  if (from !== to && transitions[from][to] === undefined) {
    throw new Failure('forbidden-transition', `A job may not go from ${from} to ${to}`);
  }
}
