import { createHash } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startEmulator } from '../start.ts';

const REDIRECT = 'https://abcdefghijklmnop.chromiumapp.org/pinterest';
const emulator = await startEmulator({ settings: { app: { redirectUris: [REDIRECT] } } });
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const { id, secret } = emulator.settings().app;
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

const ask = {
  client_id: id,
  redirect_uri: REDIRECT,
  response_type: 'code',
  scope: 'boards:read,pins:read pins:write',
  state: 'a/state+of=its own',
};
type Ask = Partial<typeof ask> & { code_challenge?: string; code_challenge_method?: string };

function consentPage(given: Ask = ask) {
  return emulator.fetch(`https://www.pinterest.com/oauth/?${new URLSearchParams(given)}`);
}

async function decide(decision: 'allow' | 'deny', given: Ask = ask): Promise<URL> {
  const body = new URLSearchParams({ ...given, decision });
  const response = await emulator.fetch('https://www.pinterest.com/oauth/', {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

async function token(
  fields: Record<string, string>,
  authorization = basic(`${id}:${secret}`),
  host = 'api.pinterest.com',
) {
  const response = await emulator.fetch(`https://${host}/v5/oauth/token`, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, body: await response.json() };
}

async function codeFor(given: Ask = ask): Promise<Record<string, string>> {
  const code = (await decide('allow', given)).searchParams.get('code') ?? '';
  return { grant_type: 'authorization_code', code, redirect_uri: REDIRECT };
}

test('the consent page can be opened twice and offers both answers', async () => {
  for (const time of ['first', 'second']) {
    const page = await (await consentPage()).text();
    expect(page, time).toContain('Give access');
    expect(page, time).toContain('Deny');
  }
});

test('consent redirects with a code and the state as it was given', async () => {
  const target = await decide('allow');
  expect(target.href.startsWith(`${REDIRECT}?`)).toBe(true);
  expect(target.searchParams.get('state')).toBe(ask.state);
  expect(target.searchParams.get('code')).toMatch(/^[0-9a-f]{40}$/);
});

test('where consent was given before, nothing is asked', async () => {
  emulator.change({ oauth: { consent: 'given' } });
  const response = await emulator.fetch(`https://www.pinterest.com/oauth/?${new URLSearchParams(ask)}`, {
    redirect: 'manual',
  });
  const target = new URL(response.headers.get('location') ?? '');
  expect(target.searchParams.get('state')).toBe(ask.state);
  const code = target.searchParams.get('code') ?? '';
  expect((await token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT })).status).toBe(200);
});

test('a denial says so, in words that can be changed', async () => {
  expect((await decide('deny')).searchParams.get('error')).toBe('access_denied');
  emulator.change({ oauth: { denial: {} } });
  expect([...(await decide('deny')).searchParams.keys()]).toEqual(['state']);
});

test.for([
  ['redirect URI', { redirect_uri: `${REDIRECT}/` }],
  ['app', { client_id: '1' }],
  ['scope', { scope: 'boards:eat' }],
  ['response type', { response_type: 'token' }],
] as const)('a wrong %s is refused on the page', async ([, wrong]) => {
  expect((await consentPage({ ...ask, ...wrong })).status).toBe(400);
});

test('a code is exchanged once, for the scopes that were given', async () => {
  emulator.change({ oauth: { withheldScopes: ['pins:write'] } });
  const fields = await codeFor();
  const first = await token(fields);
  expect(first).toMatchObject({
    status: 200,
    body: {
      token_type: 'bearer',
      expires_in: 2_592_000,
      scope: 'boards:read pins:read',
      response_type: 'authorization_code',
      refresh_token_expires_in: 5_184_000,
    },
  });
  expect(await token(fields)).toMatchObject({ status: 401, body: { code: 2 } });
});

test('the raw secret is required; its form-encoded spelling is refused', async () => {
  const encoded = encodeURIComponent(secret).replaceAll('-', '%2D').replaceAll('_', '%5F').replaceAll('.', '%2E');
  expect(secret).toMatch(/[-_.]/);
  expect((await token(await codeFor(), basic(`${id}:${encoded}`))).body.code).toBe(2);
  expect((await token(await codeFor(), '')).body.code).toBe(2);
});

test('a challenge must be met when one was sent, unless PKCE is ignored', async () => {
  const withChallenge = { ...ask, code_challenge: challenge, code_challenge_method: 'S256' };
  expect((await token(await codeFor(withChallenge))).status).toBe(401);
  expect((await token({ ...(await codeFor(withChallenge)), code_verifier: 'wrong' })).status).toBe(401);
  expect((await token({ ...(await codeFor(withChallenge)), code_verifier: verifier })).status).toBe(200);
  emulator.change({ oauth: { pkce: 'ignore' } });
  expect((await token(await codeFor(withChallenge))).status).toBe(200);
});

test('codes run out when told to', async () => {
  emulator.change({ oauth: { codeLifetimeMs: 60_000 } });
  const fields = await codeFor();
  emulator.clock.advance(60_001);
  expect((await token(fields)).status).toBe(401);
});

test('refresh rotates both tokens, and the old one is refused or works as set', async () => {
  const { body: first } = await token(await codeFor());
  const again = { grant_type: 'refresh_token', refresh_token: first.refresh_token };
  const { body: second } = await token(again);
  expect(second.response_type).toBe('refresh_token');
  expect(second.access_token).not.toBe(first.access_token);
  expect(await token(again)).toMatchObject({ status: 401, body: { code: 283 } });
  emulator.change({ oauth: { oldRefreshToken: 'works' } });
  expect((await token(again)).status).toBe(200);
});

test('refresh tokens run out, and can be revoked', async () => {
  const fields = async () => ({
    grant_type: 'refresh_token',
    refresh_token: (await token(await codeFor())).body.refresh_token,
  });
  const old = await fields();
  emulator.clock.advance(61 * 86_400_000);
  expect((await token(old)).body.code).toBe(283);
  const revoked = await fields();
  emulator.tokens('revoke');
  expect((await token(revoked)).body.code).toBe(283);
});

test('sandbox tokens and production tokens do not open the other door', async () => {
  const sandbox = 'api-sandbox.pinterest.com';
  const { body } = await token(await codeFor(), undefined, sandbox);
  const headers = { authorization: `Bearer ${body.access_token}` };
  expect((await emulator.fetch(`https://${sandbox}/v5/boards`, { headers })).status).toBe(200);
  expect((await emulator.fetch('https://api.pinterest.com/v5/boards', { headers })).status).toBe(401);
});

test('the token answer can come as 201', async () => {
  emulator.change({ oauth: { tokenStatus: 201 } });
  expect((await token(await codeFor())).status).toBe(201);
});
