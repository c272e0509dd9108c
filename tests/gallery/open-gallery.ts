import type { BrowserContext, Page } from '@playwright/test';
import { launchBrowser } from '../chromium.ts';
import { serveGallery } from './serve.ts';

export interface ShowOptions {
  readonly query?: string;
  /** Time stands still until `page.clock` moves it. */
  readonly isClockStopped?: boolean;
}

export interface Gallery {
  /** Shows a state in a page of the popup's size; `query` as in main.tsx. */
  readonly show: (state: string, options?: ShowOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** One browser and one built gallery for all tests of a file. */
export async function openGallery(): Promise<Gallery> {
  const [served, browser] = await Promise.all([serveGallery(), launchBrowser()]);
  let context: BrowserContext | undefined;
  return {
    show: async (state, { query = '', isClockStopped = false } = {}) => {
      await context?.close();
      context = await browser.newContext({ viewport: { width: 400, height: 600 }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      if (isClockStopped) {
        await page.clock.install({ time: 0 });
        await page.clock.pauseAt(1000);
      }
      await page.goto(`${served.url}?state=${state}&${query}`);
      await page.getByRole('main').waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      await served.stop();
    },
  };
}
