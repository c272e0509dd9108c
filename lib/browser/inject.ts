import { type Browser, browser, type PublicPath } from 'wxt/browser';
import { Failure } from '../failure.ts';
import { callPage } from '../page/call.ts';
import type { Injector } from '../page/remote.ts';

/** One of our own built scripts; WXT lists them. */
type ScriptPath = Extract<PublicPath, `/${string}.js`>;
type Target = Browser.scripting.InjectionTarget;
type Injection = Parameters<typeof browser.scripting.executeScript<unknown[], unknown>>[0];

/**
 * Runs a script of ours in a page's isolated world, at once: without `injectImmediately` a page that never finishes
 * loading would hang it. Works only under `activeTab` or a host permission.
 *
 * @throws Failure `page-not-readable` when the browser refuses (its own pages, the store, PDFs, a foreign frame)
 */
export function runFile(target: Target, file: ScriptPath) {
  return execute({ target, files: [file], injectImmediately: true });
}

/** The way to a tab's collector, for lib/page. */
export function injectorFor(tabId: number): Injector {
  return {
    inject: () => runFile({ tabId, allFrames: true }, '/collect.js'),
    async call(frameId, args) {
      const target = { tabId, frameIds: [frameId] };
      const [answer] = await execute({
        target,
        func: callPage as (...args: unknown[]) => unknown,
        args,
        injectImmediately: true,
      });
      return answer?.result;
    },
  };
}

async function execute(injection: Injection) {
  try {
    return await browser.scripting.executeScript(injection);
  } catch (cause) {
    throw new Failure('page-not-readable', 'the browser does not let us read this page', { cause });
  }
}
