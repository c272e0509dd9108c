const guardMs = 200;

/** *Enter* that was meant for what stood there before: within 200 ms of a change of selection it does nothing. */
export function isTooSoon(selectionChangedAtMs: number, nowMs: number): boolean {
  return nowMs - selectionChangedAtMs < guardMs;
}

/** How long after the first picture the order and the selection may still change by themselves. */
export const settleMs = 300;
