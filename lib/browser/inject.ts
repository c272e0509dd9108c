import { type Browser, browser, type PublicPath } from 'wxt/browser';
import { Failure } from '../failure.ts';

/** One of our own built scripts; WXT lists them. */
type ScriptPath = Extract<PublicPath, `/${string}.js`>;

type Target = { tabId: number; frameId?: number; allFrames?: boolean };

/** One frame's answer to an injected script. */
export type FrameResult = { frameId: number; result: unknown };

/**
 * Runs a script of ours in a page's isolated world, at once: without `injectImmediately` a page that never finishes
 * loading would hang it. Works only under `activeTab` or a host permission.
 *
 * @throws Failure `page-not-readable` when the browser refuses (its own pages, the store, PDFs, a foreign frame)
 */
export function runFile(target: Target, file: ScriptPath): Promise<FrameResult[]> {
  return execute({ target: frames(target), files: [file], injectImmediately: true });
}

/** Calls a function that carries nothing with it from outside; arguments and result must be JSON. */
export function runFunction<A extends unknown[]>(target: Target, func: (...args: A) => unknown, ...args: A) {
  return execute({ target: frames(target), func: func as () => void, args, injectImmediately: true });
}

type Injection = Parameters<typeof browser.scripting.executeScript<unknown[], unknown>>[0];

async function execute(injection: Injection): Promise<FrameResult[]> {
  try {
    const results = await browser.scripting.executeScript(injection);
    return results.map(({ frameId, result }) => ({ frameId, result }));
  } catch (cause) {
    throw new Failure('page-not-readable', 'the browser does not let us read this page', { cause });
  }
}

function frames({ tabId, frameId, allFrames }: Target): Browser.scripting.InjectionTarget {
  if (frameId !== undefined) return { tabId, frameIds: [frameId] };
  return allFrames ? { tabId, allFrames } : { tabId };
}
