import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collect, sliceSize } from '../lib/page/collect.ts';

/** Injected on a gesture; leaves what later calls ask for in its own isolated world, and nothing in the page. */
export default defineUnlistedScript(() => {
  // A PDF is one embedded viewer: no answer, so that nobody takes it for a page without pictures.
  if (document.contentType === 'application/pdf') return undefined;
  const tackPage = collect(document, { now: () => performance.now(), budgetMs: 1000, openRoot });
  Object.assign(globalThis, { tackPage });
  return tackPage.report(tackPage.pictures.slice(0, sliceSize));
});

/** Only extensions may look into closed shadow roots, each browser in its own way. */
function openRoot(element: HTMLElement): ShadowRoot | null {
  const { openOrClosedShadowRoot: root } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } };
  };
  return root ?? chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}
