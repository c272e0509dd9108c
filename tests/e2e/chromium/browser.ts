import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, expect, type Page, type Worker } from '@playwright/test';
import { commonFlags, executablePath } from '../../chromium.ts';

// Undocumented in Playwright: without it the toolbar popup's target is dropped. Set before the browser starts.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';

/** The shipped build. */
export const extensionPath = path.resolve('.output/chrome-mv3');

/** Flags under which Pinterest and the picture sites are the emulator's, in an otherwise ordinary Chromium. */
export function flags(tlsPort: number): string[] {
  const ours = ['*.pinterest.com', '*.pinimg.com', '*.amazonaws.com', '*.test', 'chromewebstore.google.com'].map(
    (host) => `MAP ${host} 127.0.0.1:${tlsPort}`,
  );
  return [
    ...commonFlags,
    '--disable-sync',
    '--no-first-run',
    '--window-size=1100,900',
    `--disable-extensions-except=${extensionPath}`,
    `--load-extension=${extensionPath}`,
    '--enable-unsafe-extension-debugging',
    `--host-resolver-rules=${ours.join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--ignore-certificate-errors',
  ];
}

export interface LaunchOptions {
  tlsPort: number;
  profile?: string;
  headless?: boolean;
  args?: string[];
  /** BCP 47: the browser's own language, where its language pack is installed. */
  language?: string;
  /** Leaves the tab open that a new profile gets after the installation. */
  keepsWelcome?: boolean;
  /** The X display to show the browser on, in its own window size. */
  display?: string;
}

/** Starts Chromium with the shipped extension. */
export async function launch(options: LaunchOptions): Promise<BrowserContext> {
  const { tlsPort, profile = '', headless = true, args = [], keepsWelcome = false, display, language } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: null,
    env: {
      ...process.env,
      ...(display && { DISPLAY: display }),
      ...(language && { LANGUAGE: language.replace('-', '_') }),
    },
    args: [
      ...flags(tlsPort),
      ...(headless ? ['--headless=new', '--screen-info={1600x1200}'] : []),
      ...(language ? [`--lang=${language}`] : []),
      ...args,
    ],
  });
  if (!keepsWelcome && profile === '') await (await welcomeOf(context)).close();
  else if (!keepsWelcome) context.on('page', (page) => isWelcome(page) && void page.close());
  return context;
}

const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

/** The tab that opens after the installation. */
export async function welcomeOf(context: BrowserContext): Promise<Page> {
  return context.pages().find(isWelcome) ?? context.waitForEvent('page', isWelcome);
}

/** The extension's id, once its worker runs. */
export async function extensionIdOf(context: BrowserContext): Promise<string> {
  return new URL((await workerOf(context)).url()).host;
}

/** The extension's worker, once it runs. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  return worker;
}

/** The id of the tab that shows an address; a tab learns of its new address a moment after the page has. */
async function tabShowing(cdp: CDPSession, url: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => {
      const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      found = targetInfos.find((target) => target.url === url)?.targetId;
      return found;
    }, `a tab that shows ${url}`)
    .toBeDefined();
  return found ?? '';
}

/**
 * Clicks the toolbar button while `page` is in front, like a person: it grants activeTab. The page's address must be
 * unique among the open tabs.
 *
 * @returns the popup that opened, or undefined when the button does something else
 */
export async function clickToolbarButton(context: BrowserContext, page: Page): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  const cdp = await browser.newBrowserCDPSession();
  const targetId = await tabShowing(cdp, page.url());
  await page.bringToFront();
  await cdp.send('Extensions.triggerAction', { id: await extensionIdOf(context), targetId });
  await cdp.detach();
}

/** Opens the popup over an address, in a new tab. */
export async function openPopupOn(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return openPopup(context, page);
}

/** Opens the popup over a page by a real toolbar click. */
export async function openPopup(context: BrowserContext, page: Page): Promise<Page> {
  const [popup] = await Promise.all([
    context.waitForEvent('page', (opened) => opened.url().includes('/popup.html')),
    clickToolbarButton(context, page),
  ]);
  return popup;
}
