import { afterAll, beforeEach, expect, test } from 'vitest';
import { accountAt, ownApp, person, redirectUri } from '../../tests/client/account.ts';
import { failureOf } from '../../tests/client/failure-of.ts';
import { recordingFolder } from '../../tests/emulator/recording.ts';
import { startEmulator } from '../../tests/emulator/start.ts';
import { SignInFailure } from './failure.ts';
import { savingScopes, secretScopes } from './scopes.ts';
import { pasteRedirectUri, type SignInRequest } from './sign-in.ts';

const emulator = await startEmulator({
  recordTo: recordingFolder,
  settings: { app: { redirectUris: [redirectUri['own-app'], pasteRedirectUri] } },
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const withSecret = (appSecret: string): SignInRequest => ({
  ...ownApp,
  way: { kind: 'own-app', appId: '1500000', appSecret },
});

test('a person who gives access is connected, with the scopes that were given', async () => {
  const { account } = accountAt(emulator);
  const id = await account.signIn(ownApp);
  expect(await account.connection('production')).toEqual({
    id,
    environment: 'production',
    kind: 'own-app',
    through: '1500000',
    scopes: savingScopes,
  });
  const token = await account.session('production').accessToken();
  const answer = await emulator.fetch('https://api.pinterest.com/v5/boards', {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
});

test('secret boards ask for their own scopes, and a withheld one is known', async () => {
  emulator.change({ oauth: { withheldScopes: ['pins:write_secret'] } });
  const { account } = accountAt(emulator);
  await account.signIn({ ...ownApp, scopes: [...savingScopes, ...secretScopes] });
  const granted = await account.session('production').grantedScopes();
  expect(granted).toContain('boards:write_secret');
  expect(granted).not.toContain('pins:write_secret');
});

test('a token answer with status 201 connects too', async () => {
  emulator.change({ oauth: { tokenStatus: 201 } });
  await expect(accountAt(emulator).account.signIn(ownApp)).resolves.toMatch(/-/);
});

test('the code is bound to this sign-in by PKCE and state, and to the address by the redirect', async () => {
  const { account } = accountAt(emulator, {
    authorize: (url) => {
      const asked = new URL(url).searchParams;
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.get('redirect_uri')).toBe(redirectUri['own-app']);
      return person(emulator)(url);
    },
  });
  await account.signIn(ownApp);
  const [request] = emulator.log.find('POST', '/v5/oauth/token');
  expect(JSON.stringify(request?.body)).toContain('code_verifier');
});

test('production and sandbox are connected apart', async () => {
  const { account } = accountAt(emulator);
  await account.signIn(ownApp);
  await account.signIn({ ...ownApp, environment: 'sandbox' });
  const tokens = [await account.session('production').accessToken(), await account.session('sandbox').accessToken()];
  expect(new Set(tokens).size).toBe(2);
  await account.disconnect('production');
  expect(await account.connection('production')).toBeUndefined();
  expect(await account.connection('sandbox')).toBeDefined();
});

test('signing in again as the same account keeps the connection id, as another it does not', async () => {
  let name = 'maya';
  const { account } = accountAt(emulator, { identify: async () => name });
  const first = await account.signIn(ownApp);
  expect(await account.signIn(ownApp)).toBe(first);
  name = 'somebody else';
  expect(await account.signIn(ownApp)).not.toBe(first);
});

test('an account that comes back after it was disconnected, and after another, has its connection id again', async () => {
  let name = 'maya';
  const { account } = accountAt(emulator, { identify: async () => name });
  const first = await account.signIn(ownApp);
  await account.disconnect('production');
  name = 'otto';
  await account.signIn(ownApp);
  await account.disconnect('production');
  name = 'maya';
  expect(await account.signIn(ownApp)).toBe(first);
});

const rejecting = (code: ConstructorParameters<typeof SignInFailure>[0]) => async () => {
  throw new SignInFailure(code);
};
const altered = (change: (url: URL) => void) => async (url: string) => {
  const redirectedTo = new URL(await person(emulator)(url));
  change(redirectedTo);
  return redirectedTo.href;
};
/** The answer, at another path or host. */
const elsewhere = (base: string) => async (url: string) => {
  const redirectedTo = new URL(await person(emulator)(url));
  return new URL(redirectedTo.search, new URL(base, redirectedTo)).href;
};

test.each([
  ['denied consent', 'sign-in-denied', ownApp, person(emulator, 'deny')],
  ['a closed window', 'sign-in-window-closed', ownApp, rejecting('sign-in-window-closed')],
  ['a wrong secret', 'sign-in-wrong-secret', withSecret('wrong'), person(emulator)],
  ['a secret with a line break in it', 'sign-in-wrong-secret', withSecret('a\nb'), person(emulator)],
  ['a wrong state', 'sign-in-wrong-state', ownApp, altered((url) => url.searchParams.set('state', 'x'))],
  ['no state', 'sign-in-wrong-state', ownApp, altered((url) => url.searchParams.delete('state'))],
  ['a state given twice', 'sign-in-wrong-state', ownApp, altered((url) => url.searchParams.append('state', 'x'))],
  ['an end at another path', 'sign-in-wrong-address', ownApp, elsewhere('/relay')],
  ['an end at another host', 'sign-in-wrong-address', ownApp, elsewhere('https://evil.test')],
  ['no code', 'sign-in-wrong-address', ownApp, altered((url) => url.searchParams.delete('code'))],
] as const)('%s is named, and nothing is stored', async (_what, code, request, authorize) => {
  const { account, store } = accountAt(emulator, { authorize });
  expect(await failureOf(account.signIn(request))).toMatchObject({ code });
  expect(await store.read('production')).toBeUndefined();
  expect(await failureOf(account.session('production').accessToken())).toMatchObject({ code: 'not-connected' });
});

test.each([
  ['no network', 'sign-in-no-network', { kind: 'drop', when: 'before-commit' }],
  ['a page instead of an answer', 'sign-in-bad-answer', { kind: 'html' }],
  ['an empty answer', 'sign-in-bad-answer', { kind: 'empty' }],
  ['half an answer', 'sign-in-no-network', { kind: 'half' }],
  ['an answer of another shape', 'sign-in-bad-answer', { kind: 'wrong-shape', answer: { tokens: [] } }],
  ['a failing server', 'sign-in-bad-answer', { kind: 'server-error' }],
  ['a code that was used', 'sign-in-code-refused', { kind: 'error', status: 401, code: 283, message: 'invalid' }],
  ['an app that waits for approval', 'sign-in-app-not-approved', { kind: 'error', status: 401, code: 3, message: 'x' }],
] as const)('%s at the token request is named, and nothing is stored', async (_what, code, fault) => {
  emulator.fault({ ...fault, path: '/oauth/token' });
  const { account, store } = accountAt(emulator);
  expect(await failureOf(account.signIn(ownApp))).toMatchObject({ code });
  expect(await store.read('production')).toBeUndefined();
});

test('a second window is refused while the first is open, and the first goes on', async () => {
  let open: (() => void) | undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { account } = accountAt(emulator, {
    authorize: async (url) => {
      await opened;
      return person(emulator)(url);
    },
  });
  const first = account.signIn(ownApp);
  expect(await failureOf(account.signIn(ownApp))).toMatchObject({ code: 'sign-in-window-busy' });
  open?.();
  await expect(first).resolves.toMatch(/-/);
});

test('a sign-in that was stopped stores nothing', async () => {
  const stop = new AbortController();
  const { account, store } = accountAt(emulator, {
    authorize: async (url) => {
      const redirectedTo = await person(emulator)(url);
      stop.abort();
      return redirectedTo;
    },
  });
  expect(await failureOf(account.signIn(ownApp, stop.signal))).toMatchObject({ code: 'sign-in-stopped' });
  expect(await store.read('production')).toBeUndefined();
});

test('a failed sign-in leaves the connection that was there', async () => {
  const { account } = accountAt(emulator);
  const id = await account.signIn(ownApp);
  emulator.fault({ kind: 'server-error', path: '/oauth/token' });
  await failureOf(account.signIn(ownApp));
  expect(await account.connection('production')).toMatchObject({ id });
});

test('the address can be pasted instead, even into another worker', async () => {
  const { account, store } = accountAt(emulator);
  const redirectedTo = await person(emulator)(await account.startPaste(ownApp));
  expect(redirectedTo).toMatch(/^http:\/\/localhost:8085\//);
  const later = accountAt(emulator, { store }).account;
  await later.finishPaste(` ${redirectedTo}\n`);
  expect(await later.connection('production')).toBeDefined();
  expect(await store.readPending()).toBeUndefined();
});

test('a pasted address is checked like any other, and works once', async () => {
  const { account, store } = accountAt(emulator);
  expect(await failureOf(account.finishPaste('http://localhost:8085/?code=1'))).toMatchObject({
    code: 'sign-in-not-started',
  });
  const redirectedTo = await person(emulator)(await account.startPaste(ownApp));
  for (const [wrong, code] of [
    ['not an address', 'sign-in-wrong-address'],
    [redirectedTo.replace('8085', '8086'), 'sign-in-wrong-address'],
    [redirectedTo.replace(/state=[^&]*/, 'state=x'), 'sign-in-wrong-state'],
  ] as const) {
    expect(await failureOf(account.finishPaste(wrong))).toMatchObject({ code });
    expect(await store.read('production')).toBeUndefined();
  }
  await account.finishPaste(redirectedTo);
  expect(await failureOf(account.finishPaste(redirectedTo))).toMatchObject({ code: 'sign-in-not-started' });
});

test('disconnecting forgets everything at once, a sign-in under way included', async () => {
  const { account, store } = accountAt(emulator);
  await account.signIn(ownApp);
  await account.startPaste(ownApp);
  await account.disconnect('production');
  expect(await store.read('production')).toBeUndefined();
  expect(await store.readPending()).toBeUndefined();
  expect(await failureOf(account.session('production').accessToken())).toMatchObject({ code: 'not-connected' });
});

test('no failure holds a code, a token or the secret', async () => {
  emulator.fault({
    kind: 'wrong-shape',
    answer: { access_token: 7, refresh_token: 'pinr_leak' },
    path: '/oauth/token',
  });
  let redirectedTo = '';
  const { account } = accountAt(emulator, {
    authorize: async (url) => {
      redirectedTo = await person(emulator)(url);
      return redirectedTo;
    },
  });
  const failure = await failureOf(account.signIn(ownApp));
  const told = [failure.message, failure.stack, String(failure.cause), JSON.stringify(failure)].join(' ');
  const code = new URL(redirectedTo).searchParams.get('code') ?? 'no code';
  for (const secret of [code, 'pinr_leak', 's3cr-e_t.Value-0']) expect(told).not.toContain(secret);
});
