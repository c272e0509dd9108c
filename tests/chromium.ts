import { type Browser, chromium } from '@playwright/test';

/** The browser under test. */
export const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** What Playwright turns off; of several such flags Chromium hears the last, so that ours must say it too. */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** For every window Chromium loads two pages into the list under the address bar: a fifth of what a test costs. */
const addressLists = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** The flags under which every Chromium of the tests runs. */
export const commonFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  `--disable-features=${[...offForPlaywright, ...addressLists].join(',')}`,
];

/** A headless Chromium without the extension. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...commonFlags] });
}
