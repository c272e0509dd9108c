import { expect, type Locator, type Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';

/** What Pinterest documents that it may answer, and what of the page's sentence says so. */
export type Refusal = readonly [status: number, code: number, message: string, sentence: string];
export type Request = { readonly method: string; readonly path: string };

export const notPermitted: Refusal = [
  403,
  29,
  'You are not permitted to access that resource.',
  'does not permit this',
];
export const boardGone: Refusal = [404, 40, 'Board not found.', 'That board no longer exists.'];
export const sectionConflict: Refusal = [409, 0, 'Board section conflict.', 'Pinterest is busy with this board'];
export const placeGone: Refusal = [404, 0, 'Board or section not found.', 'That section no longer exists.'];
export const broken: Refusal = [500, 0, 'Something went wrong on our end.', 'Pinterest has a problem of its own'];
export const pause: Refusal = [429, 8, 'This request exceeded a rate limit.', 'Pinterest asks for a pause'];
export const trial: Refusal = [
  403,
  29,
  'Apps with Trial access may not create Pins in production',
  'Apps with Trial access',
];

/** Does the same again for each refusal, and sees that the page says it. */
export async function isToldOf(
  emulator: Emulator,
  request: Request,
  refusals: readonly Refusal[],
  alert: Locator,
  act: () => Promise<void>,
): Promise<void> {
  for (const [status, code, message, sentence] of refusals) {
    const before = emulator.log.find(request.method, new RegExp(request.path)).length;
    emulator.fault({ kind: 'error', ...request, status, code, message });
    await act();
    await expect.poll(() => emulator.log.find(request.method, new RegExp(request.path)).length).toBeGreaterThan(before);
    await expect(alert).toContainText(sentence);
    emulator.clearFaults();
  }
}

/** Tries again until it is there: after several 5xx the browser may hold back a request for a moment. */
export async function comesAtLast(page: Page, found: Locator): Promise<void> {
  const again = page.getByRole('button', { name: 'Try again' }).first();
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1_000 });
    await expect(found).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
