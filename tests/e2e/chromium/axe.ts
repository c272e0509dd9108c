import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with what axe finds wrong with a page, or when axe sees nothing to judge. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy mode: the other one opens a tab of its own, and the popup would close.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
  expect(passes.length).toBeGreaterThan(5);
}
