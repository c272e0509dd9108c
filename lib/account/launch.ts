import { browser } from 'wxt/browser';
import { stoppedBeforeSending } from '../http/clock.ts';
import { SignInFailure } from './failure.ts';

/**
 * Opens the sign-in page in the browser's own window and gives the address it ended at.
 * Failures: `sign-in-window-closed`, `sign-in-no-network`, `sign-in-window-busy`, `sign-in-page-failed`.
 */
export async function launchSignIn(url: string, signal?: AbortSignal): Promise<string> {
  if (signal?.aborted) throw stoppedBeforeSending(signal);
  try {
    const redirectedTo = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    if (redirectedTo) return redirectedTo;
  } catch (error) {
    throw nameLaunchError(error instanceof Error ? error.message : '');
  }
  throw new SignInFailure('sign-in-window-closed');
}

/** The browsers tell failures apart by their sentences only. */
export function nameLaunchError(sentence: string): SignInFailure {
  if (/did not approve|cancel+ed|denied|closed/i.test(sentence)) return new SignInFailure('sign-in-window-closed');
  if (/could not be loaded|network|timed? ?out/i.test(sentence)) return new SignInFailure('sign-in-no-network');
  if (/already|in progress|only one/i.test(sentence)) return new SignInFailure('sign-in-window-busy');
  return new SignInFailure('sign-in-page-failed');
}

/** The addresses to register, of this build: own app and relay end at different ones. */
export function redirectUris(): { 'own-app': string; relay: string } {
  return { 'own-app': browser.identity.getRedirectURL('pinterest'), relay: browser.identity.getRedirectURL('relay') };
}
