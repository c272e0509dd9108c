import type { Job } from './job.ts';
import type { JobState } from './job-state.ts';

/** A job was added (`before` absent) or written. */
export interface JobChanged {
  job: Job;
  before?: JobState;
}

export interface Emitter<T> {
  emit(event: T): void;
  /** Gives the function that ends the listening. */
  listen(listener: (event: T) => void): () => void;
}

/** Tells listeners in the order in which they came; one that throws is reported and does not stop the others. */
export function createEmitter<T>(report: (error: unknown) => void): Emitter<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          report(error);
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
