import { effect, type Signal, signal } from '@preact/signals';
import * as z from 'zod/mini';
import { emptyDraft } from '../../components/popup/draft.ts';
import type { Draft } from '../../components/popup/model.ts';
import { HiddenReason } from '../../lib/page/candidate.ts';
import { Target } from '../../lib/save/request.ts';
import { dictionary } from '../../lib/shapes.ts';
import { writeAtRest } from '../../lib/storage/at-rest.ts';
import { item } from '../../lib/storage/item.ts';

const Text = z.optional(z.string());
// `z.partial` alone is 0.4 KB of this script.
const Texts = z.object({ title: Text, description: Text, altText: Text, link: Text });
const StoredDraft = z.object({
  pageUrl: z.string(),
  draft: z.object({
    selected: z.optional(z.array(z.string())),
    edits: dictionary(Texts),
    target: z.optional(Target),
    also: z.optional(z.array(Target)),
    asOne: z.optional(z.boolean()),
    sort: z.enum(['best', 'size', 'page']),
    filter: z.string(),
    shownReasons: z.array(HiddenReason),
    asNewPin: z.array(z.string()),
  }),
});

/** *Select all* comes slice by slice: a choice of more pictures than this is written when it rests. */
const mostAtOnce = 200;

/** What the person chose and typed for a tab's page: it survives a popup that closes, until the page is another. */
export async function openDraft(tabId: number, pageUrl: string): Promise<Signal<Draft>> {
  const stored = item('session', `draft:${tabId}`, z.optional(StoredDraft), () => undefined);
  const known = await stored.get().catch(() => undefined);
  const draft = signal<Draft>(known?.pageUrl === pageUrl ? (known.draft as Draft) : emptyDraft);
  // Not after an earlier write: the popup may be gone before that has been answered.
  const { put, flush } = writeAtRest<Draft>(
    (value) =>
      void stored.set({ pageUrl, draft: value as z.infer<typeof StoredDraft>['draft'] }).catch(() => undefined),
    ({ selected = [] }) => selected.length > mostAtOnce,
  );
  let isFirst = true;
  effect(() => {
    const { value } = draft;
    if (!isFirst) put(value);
    isFirst = false;
  });
  globalThis.addEventListener('pagehide', flush);
  return draft;
}
