import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestLog } from './log.ts';

/** One answered API request with its answer: what the contract check replays. */
export interface Recorded {
  readonly method: string;
  /** From `/v5` on, without it. */
  readonly path: string;
  readonly query: Record<string, string>;
  readonly requestType: string | null;
  readonly body: unknown;
  readonly status: number;
  readonly responseType: string | null;
  readonly responseBody: unknown;
  /** A fault spoiled the answer on purpose. */
  readonly isSpoiled: boolean;
}

/** The folder that `npm test` has exchanges recorded to; undefined when nobody asked for a recording. */
export const recordingFolder: string | undefined = process.env['TACK_RECORDING'];

const API_HOSTS = new Set(['api.pinterest.com', 'api-sandbox.pinterest.com']);

/** The API requests of a log that were answered. */
export function recording(log: RequestLog): Recorded[] {
  return log.entries.flatMap((entry) => {
    if (!API_HOSTS.has(entry.host) || entry.status === null || entry.method === 'OPTIONS') return [];
    // Answered while answers were not kept (`logAnswers`): nothing to hold against the description.
    if (entry.responseBody === null && entry.responseType?.includes('json') && entry.faults.length === 0) return [];
    return {
      method: entry.method,
      path: entry.path.replace(/^\/v5/, ''),
      query: entry.query,
      requestType: entry.headers['content-type'] ?? null,
      body: entry.body,
      status: entry.status,
      responseType: entry.responseType,
      responseBody: entry.responseBody,
      isSpoiled: entry.faults.length > 0,
    };
  });
}

/** The recording as JSON lines. */
export function recordingLines(log: RequestLog): string {
  return recording(log)
    .map((recorded) => `${JSON.stringify(recorded)}\n`)
    .join('');
}

/** Adds the recording to a folder, in a file of its own. */
export function saveRecording(log: RequestLog, folder: string): void {
  const lines = recordingLines(log);
  if (lines === '') return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${crypto.randomUUID()}.jsonl`), lines);
}
