import type { HistoryEntry } from './history-entry.ts';
import type { Job } from './job.ts';

/** What is written together with a job, in one transaction. */
export interface Extras {
  /** The picture's bytes; `null` lets go of them. */
  bytes?: Blob | null | undefined;
  history?: HistoryEntry | undefined;
  /** Takes the job's line out of the history. */
  forget?: boolean | undefined;
  /** Return only after the disk has it: for every step into and out of `sending`. */
  isStrict?: boolean;
}

/**
 * Where jobs live. Pictures' bytes are kept apart from jobs, so that a list of jobs holds none.
 * Writing throws Failure `storage-full` or `storage-failed`, opening `storage-refused` or `storage-newer`.
 */
export interface Store {
  /** Every job, in the order in which they were added. Records that cannot be read are counted, and kept. */
  load(): Promise<{ jobs: Job[]; unreadable: number }>;
  /** Writes new jobs, all or none; strictly when one is born in `sending`. */
  add(entries: { job: Job; bytes?: Blob | undefined }[]): Promise<void>;
  /** Replaces a job, if what is stored has the revision before it; else gives what is stored. */
  write(job: Job, extras?: Extras): Promise<{ isWritten: true } | { isWritten: false; stored: Job | undefined }>;
  bytes(id: string): Promise<Blob | undefined>;
  remove(ids: readonly string[]): Promise<void>;
  /** Lets go of every job, also of those that cannot be read, and of all bytes. */
  clear(): Promise<void>;
  history: HistoryStore;
  close(): void;
}

export interface HistoryStore {
  put(entry: HistoryEntry): Promise<void>;
  /** Newest first. */
  all(): Promise<HistoryEntry[]>;
  byPicture(pictureKey: string): Promise<HistoryEntry[]>;
  remove(ids: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}
