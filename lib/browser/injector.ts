import { callPage } from '../page/call.ts';
import type { FrameAnswer, Injector } from '../page/remote.ts';
import { injectCollector, runFunction } from './inject.ts';

/** The way to a tab's collector, for lib/page; with the answers of one that was injected already, it is asked no more. */
export function injectorFor(tabId: number, answers?: FrameAnswer[]): Injector {
  return {
    inject: async () => answers ?? injectCollector(tabId),
    call: (frameId, args) =>
      runFunction({ tabId, frameIds: [frameId] }, callPage as (...args: unknown[]) => unknown, ...args),
  };
}
