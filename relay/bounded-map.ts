/** A map that forgets its oldest entries beyond `max`, so that nobody can fill the memory. */
export class BoundedMap<Value> {
  readonly #entries = new Map<string, Value>();

  /** Kept, not made anew for each entry: a new iterator of a map first steps over all that was deleted before. */
  readonly #oldestFirst = this.#entries.keys();

  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  get(key: string): Value | undefined {
    return this.#entries.get(key);
  }

  /** Sets `key` and makes it the youngest. */
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#max) return;
    const oldest = this.#oldestFirst.next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  get size(): number {
    return this.#entries.size;
  }
}
