import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { extensionPath, launch } from '../e2e/chromium/browser.ts';

/** The browser with the shipped build, and beside it an extension whose popup is an empty page. */
export async function launchWithEmpty(tlsPort: number): Promise<{ context: BrowserContext; emptyId: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'empty-extension-'));
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', action: { default_popup: 'popup.html' } };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    path.join(folder, 'popup.html'),
    '<!doctype html><html lang="en"><title>Empty</title><p>Empty</p></html>',
  );
  const both = `${extensionPath},${folder}`;
  const args = [`--disable-extensions-except=${both}`, `--load-extension=${both}`];
  return { context: await launch({ tlsPort, args }), emptyId: idOf(folder) };
}

/** The id that Chromium gives an unpacked extension without a key: of its path's hash, in the letters a to p. */
function idOf(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** Stops the extension's worker, asked over one of its pages, as Chromium does after half a minute. */
export async function stopWorkers(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
