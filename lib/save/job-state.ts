import * as z from 'zod/mini';

/** Where a job stands. The arrows between states are in transitions.ts. */
export const JobState = z.enum([
  'waiting',
  'preparing',
  'sending',
  'unknown',
  'saved',
  'failed',
  'in-doubt',
  'discarded',
  'undoing',
  'undone',
]);
export type JobState = z.infer<typeof JobState>;
