import type { HistoryEntry } from './history-entry.ts';
import { inOrder, type Job } from './job.ts';
import type { HistoryStore, Store } from './store.ts';

/** A store that ends with the worker: for private windows, and for when the browser refuses to keep anything. */
export function createMemoryStore(): Store {
  const jobs = new Map<string, Job>();
  const pictures = new Map<string, Blob>();
  const history = createMemoryHistory();
  return {
    history,
    async load() {
      return { jobs: inOrder(jobs.values()), unreadable: 0 };
    },
    async add(entries) {
      for (const { job, bytes } of entries) {
        jobs.set(job.id, job);
        if (bytes) pictures.set(job.id, bytes);
      }
    },
    async write(job, extras = {}) {
      const stored = jobs.get(job.id);
      if (stored?.revision !== job.revision - 1) return { isWritten: false, stored };
      jobs.set(job.id, job);
      if (extras.bytes) pictures.set(job.id, extras.bytes);
      if (extras.bytes === null) pictures.delete(job.id);
      if (extras.history) await history.put(extras.history);
      if (extras.forget) await history.remove([job.id]);
      return { isWritten: true };
    },
    async bytes(id) {
      return pictures.get(id);
    },
    async remove(ids) {
      for (const id of ids) {
        jobs.delete(id);
        pictures.delete(id);
      }
    },
    async clear() {
      jobs.clear();
      pictures.clear();
    },
    close() {},
  };
}

function createMemoryHistory(): HistoryStore {
  const entries = new Map<string, HistoryEntry>();
  const newestFirst = () => [...entries.values()].sort((one, other) => other.savedAtMs - one.savedAtMs);
  return {
    async put(entry) {
      entries.set(entry.id, entry);
    },
    async all() {
      return newestFirst();
    },
    async byPicture(pictureKey) {
      return newestFirst().filter((entry) => entry.pictureKey === pictureKey || entry.otherKeys?.includes(pictureKey));
    },
    async remove(ids) {
      for (const id of ids) entries.delete(id);
    },
    async clear() {
      entries.clear();
    },
  };
}
