import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFirefox } from '../../../scripts/firefox.ts';
import { openMarionette } from './marionette.ts';

/** The shipped build. */
export const extensionPath = path.resolve('.output/firefox-mv3');
export const extensionId = 'tack@tack.example';
const uuid = '5e1f6c0d-2b7a-4c55-9a3e-7d0c8f21b6a4';
/** Where the add-on's own pages are: Firefox makes this up in every profile, unless the profile says it. */
export const extensionOrigin = `moz-extension://${uuid}`;

export interface Firefox {
  /** Runs a function in the browser's own, privileged window; it takes nothing from outside itself. */
  chrome<Args extends unknown[], T>(act: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Installs the shipped build, as new. */
  install(): Promise<void>;
  /** Takes it away, with all that it stored. */
  uninstall(): Promise<void>;
  close(): Promise<void>;
}

/** Under these Pinterest and the picture sites are the emulator's, in an otherwise ordinary Firefox. */
const preferences = (proxyPort: number) => ({
  'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
});

/** Starts Firefox in a profile of its own. */
export async function launchFirefox(proxyPort: number): Promise<Firefox> {
  const executable = findFirefox();
  if (!executable) throw new Error('there is no Firefox');
  const profile = mkdtempSync(path.join(tmpdir(), 'tack-firefox-'));
  const lines = Object.entries(preferences(proxyPort)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const flags = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const process = spawn(executable, flags, { stdio: 'ignore' });
  const marionette = await openMarionette(await activePort(profile));
  // Takes the emulator's certificate for every host, as for WebDriver; HSTS and pinning included.
  await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
  await marionette.send('Marionette:SetContext', { value: 'chrome' });

  const chrome: Firefox['chrome'] = async (act, ...args) => {
    const script = `return (${act})(...arguments);`;
    const { value } = (await marionette.send('WebDriver:ExecuteScript', { script, args })) as { value: never };
    return value;
  };
  return {
    chrome,
    async install() {
      await marionette.send('Addon:Install', { path: extensionPath, temporary: true });
    },
    async uninstall() {
      await marionette.send('Addon:Uninstall', { id: extensionId });
      await chrome(removePanelViews);
    },
    async close() {
      const ended = once(process, 'exit');
      await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => process.kill());
      marionette.close();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Firefox builds a button's panel view anew when the button moves in the toolbar, and takes only one away with the
 * add-on. The next add-on of the same id may be given the old view, whose listeners are the old one's: its popup opens
 * empty, and then never again.
 */
function removePanelViews(): void {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser');
  for (const view of document.querySelectorAll('panelview[id^="PanelUI-webext-tack"]')) view.remove();
}

/** Firefox writes down which port it took. */
async function activePort(profile: string): Promise<number> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      const port = Number(readFileSync(path.join(profile, 'MarionetteActivePort'), 'utf8'));
      if (port > 0) return port;
    } catch {}
    await pause(100);
  }
  throw new Error('Firefox did not open its remote control');
}
