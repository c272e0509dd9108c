import { browser } from 'wxt/browser';
import { runFile } from '../browser/inject.ts';
import { Failure } from '../failure.ts';
import type { ToastView } from '../messages/toast.ts';
import type { JobView } from '../messages/views.ts';

/**
 * Shows or changes a toast on a tab's page.
 *
 * @param replaces key of the toast whose place it takes
 * @returns false when the page cannot carry one (the browser's own pages, or the right to it is over)
 */
export async function showToast(tabId: number, toast: ToastView, replaces?: string): Promise<boolean> {
  try {
    await runFile({ tabId }, '/toast.js');
    const message = { event: 'toast', toast, ...(replaces !== undefined && { replaces }) };
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** Changes a toast that is already there, without the right to inject one. */
export async function updateToast(tabId: number, toast: ToastView): Promise<void> {
  await browser.tabs.sendMessage(tabId, { event: 'toast', toast }, { frameId: 0 }).catch(() => undefined);
}

/** A save that was asked for and is not written yet: what the page shows within a blink. */
export function begunToast(
  key: string,
  candidate: { title: string; url?: string | undefined },
  board: { label: string; secret: boolean },
  isIncognito: boolean,
): ToastView {
  return {
    kind: 'save',
    key,
    state: 'preparing',
    ...(!board.secret && { label: board.label }),
    title: candidate.title,
    ...(candidate.url && { thumbnailUrl: candidate.url }),
    isSandbox: false,
    isIncognito,
  };
}

/** The same save, which could not be taken in; `reason` is a sentence. There is no job that its buttons could speak of. */
export function refusedToast(begun: ToastView, reason: string): ToastView {
  return { ...begun, ...(begun.kind === 'save' && { state: 'failed' as const, reason, isRefused: true }) };
}

/** A save as the page may see it: a secret board stays unnamed. */
export function toastOf(job: JobView, page: { host: string; reason?: string; isIncognito: boolean }): ToastView {
  const linkHost = job.link ? new URL(job.link).host : undefined;
  return {
    kind: 'save',
    key: job.id,
    state: job.state,
    ...(!job.secret && { label: job.label }),
    title: job.title,
    ...(job.thumbnailUrl && { thumbnailUrl: job.thumbnailUrl }),
    ...(linkHost && linkHost !== page.host && { linkHost }),
    ...(page.reason && { reason: page.reason }),
    ...(job.reason === 'private-picture' && { isPrivateQuestion: true }),
    ...(job.isStill && { isStill: true }),
    isSandbox: job.environment === 'sandbox',
    isIncognito: page.isIncognito,
  };
}
