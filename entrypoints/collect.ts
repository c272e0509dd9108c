import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readBytes } from '../lib/page/bytes.ts';
import { collect } from '../lib/page/collect.ts';
import type { PageCalls } from '../lib/page/remote.ts';

/** Injected on a gesture; leaves what later calls ask for in its own isolated world, and nothing in the page. */
export default defineUnlistedScript(() => {
  const session = collect(document, { now: () => performance.now(), budgetMs: 1000, openRoot });
  const calls: PageCalls = {
    slice: session.slice,
    pick: session.pick,
    nearest: session.nearest,
    read: (which, mostBytes) => readBytes(session, which, mostBytes),
  };
  Object.assign(globalThis, { tackPage: calls });
  return session.slice(0);
});

/** Only extensions may look into closed shadow roots, each browser in its own way. */
function openRoot(element: HTMLElement): ShadowRoot | null {
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
  };
  const { openOrClosedShadowRoot: root } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  return root ?? chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}
