import { browser } from 'wxt/browser';

/** The worker dies 30 s after its last extension event or API call, even in the middle of a fetch. */
const beatMs = 20_000;

let holders = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the worker alive until the function it gives is called. */
export function keepAlive(): () => void {
  holders += 1;
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), beatMs);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holders -= 1;
    if (holders > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
