/** Lets at most `count` pieces of work run at once, in the order in which they asked. */
export function createSlots(count: number): { hold<T>(work: () => Promise<T>): Promise<T>; isFree(): boolean } {
  let free = count;
  const queue: (() => void)[] = [];
  return {
    isFree: () => free > 0,
    async hold(work) {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else free++;
      }
    },
  };
}
