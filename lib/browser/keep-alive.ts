import { browser } from 'wxt/browser';

/** The worker dies 30 s after its last extension event or API call, even in the middle of a fetch. */
const beatMs = 20_000;

let holders = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the worker alive while `work` runs. */
export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  holders += 1;
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), beatMs);
  try {
    return await work();
  } finally {
    holders -= 1;
    if (holders === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}
