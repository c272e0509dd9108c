import type { BrowserContext } from '@playwright/test';
import { openPopup } from './browser.ts';
import { expect, test } from './fixtures.ts';

/** What the toolbar button shows. */
async function button(context: BrowserContext): Promise<{ title: string; badge: string }> {
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { action: { getTitle(of: object): Promise<string>; getBadgeText(of: object): Promise<string> } };
    };
    return { title: await chrome.action.getTitle({}), badge: await chrome.action.getBadgeText({}) };
  });
}

async function saveFromPopup(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/recipes/plum-cake');
  const popup = await openPopup(context, page);
  await popup.getByRole('combobox', { name: 'Board' }).fill('Garden');
  await popup.getByRole('combobox', { name: 'Board' }).press('Enter');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
}

test('the toolbar button says how saving stands', async ({ context, connect, emulator }) => {
  await expect.poll(() => button(context)).toEqual({ title: "Tack: saves through Pinterest's window", badge: '' });
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  await expect.poll(() => button(context)).toEqual({ title: 'Tack', badge: '' });
  emulator.fault({ kind: 'held', method: 'POST', path: '/pins$' });
  await saveFromPopup(context);
  await expect.poll(() => button(context)).toEqual({ title: 'Tack: 1 save is waiting', badge: '1' });
  emulator.clearFaults();
  await expect.poll(() => button(context), { intervals: [100] }).toEqual({ title: 'Tack: saved', badge: '✓' });
  await expect.poll(() => button(context)).toEqual({ title: 'Tack', badge: '' });
});

test('a save that needs the person shows on the toolbar button', async ({ context, connect, emulator }) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  emulator.fault({ kind: 'spam', method: 'POST', path: '/pins$' });
  await saveFromPopup(context);
  await expect.poll(() => button(context)).toEqual({ title: 'Tack: 1 save needs you', badge: '!' });
});
