import { expect, type Page } from '@playwright/test';
import { violations } from '../../axe.ts';

/** Fails with what axe finds wrong with a page, or when axe sees nothing to judge. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

/** The same in the light and then in the dark, where nothing but colours may be other; the page stays in the dark. */
export async function expectAccessibleInLightAndDark(
  page: Page,
  look: (colorScheme: 'light' | 'dark') => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, { isRecoloured: colorScheme === 'dark' }), colorScheme).toEqual([]);
    await look(colorScheme);
  }
}
