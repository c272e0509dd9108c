import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { extensionIdOf, launch } from '../e2e/chromium/browser.ts';

/** What the worker answers to a message; undefined when nobody did. */
type Reply = { ok: true; value?: unknown } | { ok: false; code: string } | undefined;

const patienceMs = 15_000;

/** A computer with the shipped extension in its browser, which can lose its worker or its power at any time. */
export interface Machine {
  context: BrowserContext;
  /** Asks the worker from a page of the extension, as the popup does. */
  send(name: string, data?: unknown): Promise<Reply>;
  stopWorker(): Promise<void>;
  /** Ends the browser with SIGKILL. */
  kill(): void;
  isDead(): boolean;
  close(): Promise<void>;
}

export async function startMachine(tlsPort: number, profile: string): Promise<Machine> {
  const context = await launch({ tlsPort, profile });
  let isDead = false;
  context.once('close', () => {
    isDead = true;
  });
  const id = await extensionIdOf(context);
  let opening: Promise<{ page: Page; cdp: CDPSession }> | undefined;

  /**
   * A page of the extension, opened when it is first needed, and again should it be gone. One that shows nothing: the
   * popup would draw a thousand saves at each change.
   */
  async function ownPage() {
    opening ??= (async () => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/manifest.json`);
      const cdp = await context.newCDPSession(page);
      await cdp.send('ServiceWorker.enable');
      return { page, cdp };
    })();
    const opened = await opening;
    if (!opened.page.isClosed()) return opened;
    opening = undefined;
    return ownPage();
  }

  return {
    context,
    async send(name, data) {
      try {
        const { page } = await ownPage();
        return await Promise.race([page.evaluate(ask, { name, data }), lateReply()]);
      } catch {
        return undefined;
      }
    },
    async stopWorker() {
      const { cdp } = await ownPage();
      await cdp.send('ServiceWorker.stopAllWorkers');
    },
    kill() {
      process.kill(browserPid(profile), 'SIGKILL');
    },
    isDead: () => isDead,
    close: () => context.close(),
  };
}

/** Runs in the extension's page. */
async function ask(message: { name: string; data: unknown }): Promise<Reply> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<Reply> } };
  };
  return chrome.runtime.sendMessage(message);
}

function lateReply(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs).unref());
}

/** The browser process of this profile: Chromium names itself in the profile's lock. */
function browserPid(profile: string): number {
  const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1));
  if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) throw new Error(`${pid} is not our browser`);
  return pid;
}
