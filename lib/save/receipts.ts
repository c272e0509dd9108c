import * as z from 'zod/mini';
import type { TextField } from './lookalike.ts';
import type { SessionStore } from './ports.ts';

/** What Pinterest answered to a save; it lives no longer than the browser session. */
export const Receipt = z.object({ pinId: z.string() });
export type Receipt = z.infer<typeof Receipt>;

const Rewritten = z.array(z.enum(['link', 'title', 'description']));
const prefix = 'receipt:';
const rewrittenKey = 'rewritten';

/** Receipts, and what the session's answers taught of Pinterest's ways with texts. */
export interface Receipts {
  load(): Promise<void>;
  get(jobId: string): Receipt | undefined;
  put(jobId: string, receipt: Receipt): Promise<void>;
  claimedPins(): ReadonlySet<string>;
  claimedJobs(): ReadonlySet<string>;
  rewritten(): ReadonlySet<TextField>;
  learnRewritten(fields: readonly TextField[]): Promise<void>;
}

export function createReceipts(session: SessionStore): Receipts {
  const byJob = new Map<string, Receipt>();
  const pins = new Set<string>();
  const rewritten = new Set<TextField>();
  return {
    async load() {
      const values = await session.all();
      for (const [key, value] of Object.entries(values)) {
        const receipt = key.startsWith(prefix) ? Receipt.safeParse(value) : undefined;
        if (!receipt?.success) continue;
        byJob.set(key.slice(prefix.length), receipt.data);
        pins.add(receipt.data.pinId);
      }
      const fields = Rewritten.safeParse(values[rewrittenKey]);
      if (fields.success) for (const field of fields.data) rewritten.add(field);
    },
    get: (jobId) => byJob.get(jobId),
    async put(jobId, receipt) {
      byJob.set(jobId, receipt);
      pins.add(receipt.pinId);
      await session.set(prefix + jobId, receipt);
    },
    claimedPins: () => pins,
    claimedJobs: () => new Set(byJob.keys()),
    rewritten: () => rewritten,
    async learnRewritten(fields) {
      const fresh = fields.filter((field) => !rewritten.has(field));
      if (fresh.length === 0) return;
      for (const field of fresh) rewritten.add(field);
      await session.set(rewrittenKey, [...rewritten]);
    },
  };
}
