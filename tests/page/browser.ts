import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'vite';
import type { Collection } from '../../lib/page/candidate.ts';
import { Findings } from '../../lib/page/found.ts';
import { refine } from '../../lib/page/refine.ts';

export { launchBrowser } from '../chromium.ts';

const library = fileURLToPath(new URL('../../lib/page/', import.meta.url));

/** The collector as one script that leaves `tackCollect` behind, bundled as the extension's own build does. */
export async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: `${library}collect.ts`, formats: ['iife'], name: 'tackCollect', fileName: 'collect' },
    },
  });
  const [result] = [output].flat();
  if (!result || !('output' in result)) throw new Error('The collector could not be bundled.');
  return result.output[0].code;
}

/** Runs expressions in a world of its own beside the page's scripts, as an extension does. */
export async function isolate(page: Page, code: string): Promise<(expression: string) => Promise<unknown>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'tack',
  });
  const run = async (expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  };
  await run(`${code};globalThis.tackCollect = tackCollect;0`);
  return run;
}

/** An expression that starts a collection in that world. */
export function start(budgetMs = 1000): string {
  return `globalThis.tackPage = tackCollect.collect(document, { now: () => performance.now(), budgetMs: ${budgetMs} })`;
}

/** Collects the page as it stands. */
export async function collectFrom(page: Page, code: string, budgetMs?: number): Promise<Collection> {
  const run = await isolate(page, code);
  return refine(Findings.parse(await run(`(${start(budgetMs)}, tackPage.report(tackPage.pictures.slice(0, 120)))`)));
}
