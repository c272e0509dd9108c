import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Look {
  /** A part of the page, as a selector; the whole when absent. */
  readonly within?: string;
  /** Judges colours only: for a page that was judged in others before. */
  readonly isRecoloured?: boolean;
}

const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page, by rule, with the markup. Throws when axe saw next to nothing to judge. */
export async function violations(page: Page, { within, isRecoloured = false }: Look = {}) {
  await page.evaluate(motionEnds);
  // Of the rest only how many there are. Legacy mode is for pages without frames: the other one opens a tab of its own
  // to put frames' results together, which takes as long again, and closes the popup.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  if (within) axe.include(within);
  if (isRecoloured) axe.withRules(colourRules);
  const { violations: found, passes } = await axe.analyze();
  const least = isRecoloured ? 1 : within ? 3 : 6;
  if (found.length === 0 && passes.length < least) throw new Error(`axe finds only ${passes.length} rules that apply`);
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))]);
}

/** A colour on its way from one to another is neither: waits for whatever moves and has an end. */
async function motionEnds(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
