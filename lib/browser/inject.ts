import { type Browser, browser, type PublicPath } from 'wxt/browser';
import { Failure } from '../failure.ts';

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

/** Calls a function of ours in one frame's isolated world; it takes nothing from outside itself. */
export async function runFunction(
  target: Target,
  func: (...args: unknown[]) => unknown,
  ...args: unknown[]
): Promise<unknown> {
  const [answer] = await execute({ target, func, args, injectImmediately: true });
  return answer?.result;
}

/** Runs the collector in every frame of a tab that may be reached. */
export const injectCollector = (tabId: number) => runFile({ tabId, allFrames: true }, '/collect.js');

const execute = (injection: Injection) => readable(browser.scripting.executeScript(injection));

/** An injection's answer, with our own error in the place of the browser's. */
export async function readable<Answer>(injection: Promise<Answer>): Promise<Answer> {
  try {
    return await injection;
  } catch (cause) {
    throw new Failure('page-not-readable', 'the browser does not let us read this page', { cause });
  }
}
