import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { extensionIdOf, extensionPath, launch, openPopup } from './browser.ts';
import { expect, test } from './fixtures.ts';

const planted = '<b onclick="document.title=`owned`">bold</b>';

async function expectText(face: Page): Promise<void> {
  await expect(face.locator('body')).toContainText(planted);
  expect(await face.locator('b, [onclick]').count(), face.url()).toBe(0);
}

test('markup in the words of a language is text on every face', async ({ emulator }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tack-planted-'));
  cpSync(extensionPath, folder, { recursive: true });
  const file = path.join(folder, '_locales', 'en', 'messages.json');
  const messages: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  for (const [key, entry] of Object.entries(messages)) {
    // What names the extension to the browser, and what the code itself reads.
    if (!/^(ext|command|language$|direction$)/.test(key)) entry.message += planted;
  }
  writeFileSync(file, JSON.stringify(messages));
  const args = [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  const context = await launch({ tlsPort: emulator.tlsPort, args });
  try {
    const page = await context.newPage();
    await page.goto('https://kitchen.test/recipes/plum-cake');
    const popup = await openPopup(context, page);
    await expect(popup.getByRole('option').first()).toBeVisible();
    await expectText(popup);
    const id = await extensionIdOf(context);
    for (const name of ['options', 'welcome', 'library']) {
      await page.goto(`chrome-extension://${id}/${name}.html`);
      await expectText(page);
    }
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
