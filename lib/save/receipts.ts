import * as z from 'zod/mini';
import type { TextField } from './lookalike.ts';
import type { SessionStore } from './ports.ts';

/** What Pinterest answered to a save; it lives no longer than the browser session. */
export const Receipt = z.object({
  pinId: z.string(),
  /** Where Pinterest has its picture. */
  pictureUrl: z.optional(z.string()),
  /** The browser may have sent the request more than once. */
  sentAgain: z.optional(z.boolean()),
  /** No answer told of the pin: it was found on the board. */
  isFound: z.optional(z.boolean()),
  /** It may be the pin of another save of the same words, made in the same second: nothing to delete. */
  isGuess: z.optional(z.boolean()),
  /** Pins that came of the same request, and are to be deleted. */
  twins: z.optional(z.array(z.string())),
});
export type Receipt = z.infer<typeof Receipt>;

const TextFields = z.array(z.enum(['link', 'title', 'description']));
const PinIds = z.array(z.string());
const prefix = 'receipt:';
const foreignPrefix = 'foreign:';
const rewrittenKey = 'rewritten';
const keptKey = 'kept';
const none: ReadonlySet<string> = new Set();

/** Receipts, and what the session's answers taught of Pinterest's ways with texts. */
export interface Receipts {
  load(): Promise<void>;
  get(jobId: string): Receipt | undefined;
  put(jobId: string, receipt: Receipt): Promise<void>;
  claimedPins(): ReadonlySet<string>;
  claimedJobs(): ReadonlySet<string>;
  /** Texts that Pinterest was seen to change, and those that it was only ever seen to keep. */
  rewritten(): ReadonlySet<TextField>;
  kept(): ReadonlySet<TextField>;
  learnRewritten(fields: readonly TextField[]): Promise<void>;
  learnKept(fields: readonly TextField[]): Promise<void>;
  /** Pins that are surely not the job's, by what they said when they were new. */
  foreign(jobId: string): ReadonlySet<string>;
  learnForeign(jobId: string, pinIds: readonly string[]): Promise<void>;
}

export function createReceipts(session: SessionStore): Receipts {
  const byJob = new Map<string, Receipt>();
  const pins = new Set<string>();
  const rewritten = new Set<TextField>();
  const kept = new Set<TextField>();
  const foreign = new Map<string, ReadonlySet<string>>();

  function hold(jobId: string, receipt: Receipt): void {
    byJob.set(jobId, receipt);
    for (const pinId of [receipt.pinId, ...(receipt.twins ?? [])]) pins.add(pinId);
  }

  async function learn(key: string, known: Set<TextField>, fields: readonly TextField[]): Promise<void> {
    const fresh = fields.filter((field) => !known.has(field));
    if (fresh.length === 0) return;
    for (const field of fresh) known.add(field);
    await session.set(key, [...known]);
  }

  return {
    async load() {
      const values = await session.all();
      for (const [key, value] of Object.entries(values)) {
        const pinIds = key.startsWith(foreignPrefix) ? PinIds.safeParse(value) : undefined;
        if (pinIds?.success) foreign.set(key.slice(foreignPrefix.length), new Set(pinIds.data));
        const receipt = key.startsWith(prefix) ? Receipt.safeParse(value) : undefined;
        if (!receipt?.success) continue;
        hold(key.slice(prefix.length), receipt.data);
      }
      for (const field of TextFields.safeParse(values[rewrittenKey]).data ?? []) rewritten.add(field);
      for (const field of TextFields.safeParse(values[keptKey]).data ?? []) kept.add(field);
    },
    get: (jobId) => byJob.get(jobId),
    async put(jobId, receipt) {
      hold(jobId, receipt);
      await session.set(prefix + jobId, receipt);
    },
    claimedPins: () => pins,
    claimedJobs: () => new Set(byJob.keys()),
    rewritten: () => rewritten,
    kept: () => kept.difference(rewritten),
    learnRewritten: (fields) => learn(rewrittenKey, rewritten, fields),
    learnKept: (fields) => learn(keptKey, kept, fields),
    foreign: (jobId) => foreign.get(jobId) ?? none,
    async learnForeign(jobId, pinIds) {
      const known = foreign.get(jobId) ?? none;
      const all = known.union(new Set(pinIds));
      if (all.size === known.size) return;
      foreign.set(jobId, all);
      await session.set(foreignPrefix + jobId, [...all]);
    },
  };
}
