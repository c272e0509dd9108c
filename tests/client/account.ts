import { type Account, createAccount } from '../../lib/account/account.ts';
import type { AccountOptions } from '../../lib/account/options.ts';
import { savingScopes } from '../../lib/account/scopes.ts';
import type { SignInRequest } from '../../lib/account/sign-in.ts';
import type { Emulator } from '../emulator/start.ts';
import { createMemoryStore } from './memory-store.ts';

export const redirectUri = {
  'own-app': 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/pinterest',
  relay: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/relay',
};

/** The emulated app, as a person would type it in. */
export const ownApp: SignInRequest = {
  environment: 'production',
  scopes: savingScopes,
  way: { kind: 'own-app', appId: '1500000', appSecret: 's3cr-e_t.Value-0' },
};

/**
 * A person at Pinterest's consent page: opens it, twice as Firefox does, presses a button, and is sent on until the
 * address is the extension's own.
 */
export function person(emulator: Emulator, decision: 'allow' | 'deny' = 'allow') {
  return async (url: string): Promise<string> => {
    await emulator.fetch(url);
    const page = await (await emulator.fetch(url)).text();
    const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
    const form = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, plain(value)]));
    form.set('decision', decision);
    const consent = 'https://www.pinterest.com/oauth/';
    const answer = await emulator.fetch(consent, { method: 'POST', body: form, redirect: 'manual' });
    return answer.headers.get('location') ?? '';
  };
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** An account at the emulated Pinterest, signed in by a person who allows everything. */
export function accountAt(
  emulator: Emulator,
  options: Partial<AccountOptions> = {},
): { account: Account; store: AccountOptions['store'] } {
  const store = options.store ?? createMemoryStore();
  return {
    store,
    account: createAccount({ authorize: person(emulator), redirectUri, fetch: emulator.fetch, ...options, store }),
  };
}
