/**
 * Writes the latest value: a light one at once, and a heavy one when nothing newer came for `restMs`, since every write
 * of it is copied to each page and worker that listens. `flush` writes what still waits.
 */
export function writeAtRest<T>(write: (value: T) => void, isHeavy: (value: T) => boolean, restMs = 250) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { value: T } | undefined;
  const flush = () => {
    clearTimeout(timer);
    if (waiting) write(waiting.value);
    waiting = undefined;
  };
  return {
    put(value: T): void {
      clearTimeout(timer);
      waiting = { value };
      if (isHeavy(value)) timer = setTimeout(flush, restMs);
      else flush();
    },
    flush,
  };
}
