import { afterAll, beforeEach, expect, test } from 'vitest';
import { accountAt, redirectUri } from '../../tests/client/account.ts';
import { failureOf } from '../../tests/client/failure-of.ts';
import { startRelay } from '../../tests/client/relay.ts';
import { recordingFolder } from '../../tests/emulator/recording.ts';
import { startEmulator } from '../../tests/emulator/start.ts';
import type { AccountOptions } from './options.ts';
import { discoverRelay, relayIssuer } from './relay.ts';
import { savingScopes } from './scopes.ts';
import type { SignInRequest } from './sign-in.ts';

const emulator = await startEmulator({
  recordTo: recordingFolder,
  settings: { app: { redirectUris: ['https://relay.test/callback'] } },
});
const relay = await startRelay(emulator, Date.now);
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const request: SignInRequest = {
  environment: 'production',
  scopes: savingScopes,
  way: { kind: 'relay', address: 'https://relay.test' },
};
const accountBy = (options: Partial<AccountOptions> = {}) => accountAt(emulator, { ...relay, ...options });

test('a person is connected through a relay, with nothing but its address', async () => {
  const { account, store } = accountBy();
  await account.signIn(request);
  expect(await account.connection('production')).toMatchObject({ kind: 'relay', through: 'https://relay.test' });
  const authorization = `Bearer ${await account.session('production').accessToken()}`;
  const answer = await emulator.fetch('https://api.pinterest.com/v5/boards', { headers: { authorization } });
  expect(answer.status).toBe(200);
  const stored = await store.read('production');
  expect(stored?.tokens.refreshToken).not.toMatch(/^pinr_/);
  expect(JSON.stringify(stored)).not.toContain('s3cr-e_t.Value-0');
});

test('a token is renewed through the relay, with the key that it is bound to', async () => {
  const { account } = accountBy();
  await account.signIn(request);
  const session = account.session('production');
  const first = await session.accessToken();
  const second = await session.accessToken({ rejected: first });
  expect(second).not.toBe(first);
  expect(await session.accessToken({ rejected: second })).not.toBe(second);
});

test('the key cannot be read out, and without it the refresh token is worthless', async () => {
  const { account, store } = accountBy();
  await account.signIn(request);
  const stored = await store.read('production');
  if (stored?.way.kind !== 'relay') throw new Error('not connected by relay');
  await expect(crypto.subtle.exportKey('jwk', stored.way.privateKey)).rejects.toThrow();
  const stolen = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  await store.write({ ...stored, way: { ...stored.way, ...stolen } });
  const thief = accountBy({ store }).account.session('production');
  const failure = await failureOf(thief.accessToken({ rejected: stored.tokens.accessToken }));
  expect(failure).toMatchObject({ code: 'sign-in-again' });
});

test('a clock that is a day off does not make the relay refuse', async () => {
  const clock = { now: () => Date.now() + 24 * 3600_000, sleep: async () => undefined };
  const { account } = accountBy({ clock });
  await account.signIn(request);
  await expect(account.session('production').accessToken()).resolves.toMatch(/^pina_/);
});

test('a relay that is down asks nobody to sign in again', async () => {
  const { account } = accountBy();
  await account.signIn(request);
  const session = account.session('production');
  const first = await session.accessToken();
  emulator.fault({ kind: 'server-error', path: '/oauth/token' });
  expect(await failureOf(session.accessToken({ rejected: first }))).toMatchObject({ code: 'refresh-failed' });
  emulator.clearFaults();
  expect(await session.accessToken({ rejected: first })).not.toBe(first);
});

test("a relay's answer at the own app's address is not taken", async () => {
  const authorize = async (url: string) =>
    (await relay.authorize(url)).replace(redirectUri.relay, redirectUri['own-app']);
  expect(await failureOf(accountBy({ authorize }).account.signIn(request))).toMatchObject({
    code: 'sign-in-wrong-address',
  });
});

test('an answer of another issuer is not taken', async () => {
  const authorize = async (url: string) => {
    const redirectedTo = new URL(await relay.authorize(url));
    redirectedTo.searchParams.set('iss', 'https://other.test');
    return redirectedTo.href;
  };
  expect(await failureOf(accountBy({ authorize }).account.signIn(request))).toMatchObject({
    code: 'sign-in-wrong-state',
  });
});

test('a relay for the sandbox is not taken for production, and the other way round', async () => {
  const failure = await failureOf(accountBy().account.signIn({ ...request, environment: 'sandbox' }));
  expect(failure).toMatchObject({ code: 'relay-unusable' });
});

const metadata = {
  issuer: 'https://relay.test',
  authorization_endpoint: 'https://relay.test/authorize',
  token_endpoint: 'https://relay.test/token',
  code_challenge_methods_supported: ['S256'],
  tack_client_id: 'tack',
};

test.each([
  ['names another issuer', { issuer: 'https://other.test' }],
  ['sends tokens to another origin', { token_endpoint: 'https://other.test/token' }],
  ['sends people to another origin', { authorization_endpoint: 'https://other.test/authorize' }],
  ['has no token endpoint', { token_endpoint: undefined }],
  ['has an endpoint that is no address', { token_endpoint: 'token' }],
  ['takes no PKCE', { code_challenge_methods_supported: ['plain'] }],
  ['is not a Tack relay', { tack_client_id: undefined }],
])('a relay that %s is unusable', async (_what, change) => {
  const fetch = async () => Response.json({ ...metadata, ...change });
  expect(await failureOf(discoverRelay('https://relay.test', { fetch }))).toMatchObject({ code: 'relay-unusable' });
});

test.each([
  '',
  'relay',
  'http://relay.test',
  'https://user@relay.test',
  'https://relay.test/path',
  'javascript:alert(1)',
])('“%s” is no address of a relay', async (address) => {
  expect(() => relayIssuer(address)).toThrow('relay-address-invalid');
});

test('a relay on this machine may be without TLS', () => {
  expect(relayIssuer(' http://localhost:8787 ').origin).toBe('http://localhost:8787');
});
