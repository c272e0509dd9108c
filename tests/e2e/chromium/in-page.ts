import type { BrowserContext, Page } from '@playwright/test';
import { workerOf } from './browser.ts';

/**
 * Runs the text of a function as a content script of the extension: in the page, in the isolated world, with the
 * storage and messages that content scripts have. The page needs activeTab (`grantActiveTab`).
 */
export async function runAsContentScript<Given, Answer>(
  context: BrowserContext,
  page: Page,
  code: (given: Given) => Promise<Answer>,
  given: Given,
): Promise<Answer> {
  const worker = await workerOf(context);
  // The worker's CSP forbids making functions of text, so the debugger defines it there.
  return worker.evaluate(
    `(async (given) => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(page.url().split('#')[0])} });
      const target = { tabId: tab.id };
      const [answer] = await chrome.scripting.executeScript({ target, func: ${code}, args: [given], injectImmediately: true });
      return answer.result;
    })(${JSON.stringify(given)})`,
  ) as Promise<Answer>;
}
