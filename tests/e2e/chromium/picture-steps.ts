import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { JobView } from '../../../lib/messages/views.ts';
import type { LogEntry } from '../../emulator/log.ts';
import type { Emulator } from '../../emulator/start.ts';
import { openPopup } from './browser.ts';
import { dispatchMenu, grantActiveTab, saveByPopup } from './steps.ts';

/** A public and a secret board. */
export const boards = [{ name: 'Garden' }, { name: 'Gifts', privacy: 'SECRET' as const }];

/** The last pin, as far as its picture tells how it came. */
export function lastPin(emulator: Emulator) {
  const pin = emulator.state().pins.at(-1);
  return (
    pin && {
      source: pin.sourceType,
      format: pin.picture?.format,
      isAnimated: pin.picture?.isAnimated,
      size: pin.picture && `${pin.picture.widthPx} × ${pin.picture.heightPx}`,
    }
  );
}

/** A page on which the image menu offers Garden. */
export async function openPage(context: BrowserContext, emulator: Emulator, url: string): Promise<Page> {
  const first = await context.newPage();
  await first.goto('https://kitchen.test/many?n=1');
  await saveByPopup(await openPopup(context, first), 'Garden');
  await first.close();
  expect(emulator.state().pins).toHaveLength(1);
  const page = await context.newPage();
  await page.goto(url);
  await grantActiveTab(context, page);
  return page;
}

/** Saves a picture of the page to Garden by the image menu. */
export async function saveImage(
  context: BrowserContext,
  emulator: Emulator,
  page: Page,
  srcUrl: string,
): Promise<void> {
  const garden = emulator.state().boards.find(({ name }) => name === 'Garden');
  await dispatchMenu(context, page, { menuItemId: `image-to:${garden?.id}`, mediaType: 'image', srcUrl });
}

/** How often the worker was given a picture, told by what it says it takes: pages and popups ask in other words. */
export function readByWorker(emulator: Emulator, path: string): number {
  const isWorkers = ({ headers, status }: LogEntry) => status === 200 && headers['accept']?.includes('image/png;q=0.9');
  return emulator.log.find('GET', path).filter(isWorkers).length;
}

/** Asks the worker from a page of the extension. */
export function ask(ours: Page, name: string, data?: unknown): Promise<{ value: unknown }> {
  return ours.evaluate(
    (message) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: unknown }> } };
      };
      return chrome.runtime.sendMessage(message);
    },
    { name, data },
  );
}

/** The saves as the worker tells of them, in the order in which they were asked for. */
export async function jobsOf(ours: Page): Promise<JobView[]> {
  const { value } = await ask(ours, 'listJobs');
  return value as JobView[];
}

/** The save that was asked for last. */
export async function lastJob(ours: Page): Promise<JobView | undefined> {
  return (await jobsOf(ours)).at(-1);
}
