interface Version<T> {
  readonly atMs: number;
  readonly value: T | undefined;
}

/**
 * A map that remembers when each value was written, so that a read can be answered from the past (a lagging
 * replica) and a write can land in the future (a commit that outlives its connection).
 */
export class VersionedMap<T> {
  readonly #versions = new Map<string, Version<T>[]>();

  set(id: string, value: T, atMs: number): void {
    this.#write(id, { atMs, value });
  }

  delete(id: string, atMs: number): void {
    this.#write(id, { atMs, value: undefined });
  }

  get(id: string, atMs: number): T | undefined {
    return this.#versions.get(id)?.findLast((version) => version.atMs <= atMs)?.value;
  }

  list(atMs: number): T[] {
    const found: T[] = [];
    for (const id of this.#versions.keys()) {
      const value = this.get(id, atMs);
      if (value !== undefined) found.push(value);
    }
    return found;
  }

  #write(id: string, version: Version<T>): void {
    const versions = this.#versions.get(id) ?? [];
    versions.push(version);
    versions.sort((a, b) => a.atMs - b.atMs);
    this.#versions.set(id, versions);
  }
}
