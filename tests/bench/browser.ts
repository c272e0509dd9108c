import type { BrowserContext, Page } from '@playwright/test';
import { launchBeside } from '../e2e/chromium/beside.ts';

/** The browser with the shipped build, and beside it an extension whose popup is an empty page. */
export async function launchWithEmpty(tlsPort: number): Promise<{ context: BrowserContext; emptyId: string }> {
  const html = '<!doctype html><html lang="en"><title>Empty</title><p>Empty</p></html>';
  const manifest = { name: 'Empty', action: { default_popup: 'popup.html' } };
  const { context, otherId: emptyId } = await launchBeside(tlsPort, manifest, { 'popup.html': html });
  return { context, emptyId };
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
