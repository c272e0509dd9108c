import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { s256 } from '../../relay/flow.ts';
import { seal } from '../../relay/seals.ts';
import { exchange, newVerifier, post, type SignIn, signIn, toCallback } from './client.ts';
import { localRelay, newKey, REDIRECTS, relayEnv } from './config.ts';
import { dpopProof, newDpopKey } from './dpop-proof.ts';
import { type Pinterest, startPinterest } from './pinterest.ts';
import { type RunningRelay, startOnWorkerd } from './running.ts';

const env = relayEnv();
const key = await newDpopKey();
let pinterest: Pinterest;
let relay: RunningRelay;

beforeAll(async () => {
  pinterest = await startPinterest('https://relay.test/callback', 'https://other.test/callback');
  relay = await startOnWorkerd(env, pinterest);
});
afterAll(async () => {
  await relay.close();
  await pinterest.close();
});
beforeEach(() => pinterest.forget());

/** The relay itself must refuse, without asking Pinterest. */
async function expectRefused(response: Response, error: string, status = 400) {
  expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
  expect(response.status).toBe(status);
  expect(pinterest.tokenRequests()).toEqual([]);
}

/** A code as this relay, or one with other settings, would have made it at another time. */
async function codeMade({ verifier, redirect }: SignIn, { agoS = 0, red = 0, env: other = env } = {}): Promise<string> {
  const maker = await localRelay(other);

  const exp = Math.floor(Date.now() / 1000) - agoS + 60;
  const aud = maker.audiences[red] ?? '';
  expect(redirect).toBe(REDIRECTS[0]);
  return seal(maker.code, { typ: 'code', aud, exp, red, cha: s256(verifier), ver: newVerifier(), pin: 'no-such-code' });
}

describe('the code grant in workerd', () => {
  it("exchanges a code with the app's secret and the relay's own verifier, and seals the refresh token", async () => {
    const response = await exchange(relay, await signIn(relay, pinterest), key);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^pina/),
      token_type: 'bearer',
      expires_in: 2_592_000,
      scope: 'boards:read pins:write',
      refresh_token: expect.stringMatching(/^eyJ/),
      refresh_token_expires_in: 5_184_000,
    });
    const [sent, ...more] = pinterest.tokenRequests();
    expect(more).toEqual([]);
    expect(sent?.headers['authorization']).toBe(`Basic ${btoa('1500000:s3cr-e_t.Value-0')}`);
    expect(sent?.body).toMatchObject({
      grant_type: 'authorization_code',
      redirect_uri: 'https://relay.test/callback',
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('refuses a wrong verifier', async () => {
    const grant = await signIn(relay, pinterest);
    await expectRefused(await exchange(relay, grant, key, { code_verifier: newVerifier() }), 'invalid_grant');
  });

  it.each([undefined, 'short', 'x'.repeat(129), `${'x'.repeat(43)}!`])(
    'refuses the verifier "%s"',
    async (verifier) => {
      const grant = await signIn(relay, pinterest);
      await expectRefused(await exchange(relay, grant, key, { code_verifier: verifier }), 'invalid_request');
    },
  );

  it('refuses the challenge itself as a verifier, as in plain', async () => {
    const grant = await signIn(relay, pinterest);
    await expectRefused(await exchange(relay, grant, key, { code_verifier: s256(grant.verifier) }), 'invalid_grant');
  });

  it('refuses a verifier that belongs to another flow', async () => {
    const [grant, other] = [await signIn(relay, pinterest), await signIn(relay, pinterest)];
    await expectRefused(await exchange(relay, grant, key, { code_verifier: other.verifier }), 'invalid_grant');
  });

  it.each([undefined, 'other', '1500000'])('refuses the client "%s"', async (client_id) => {
    const grant = await signIn(relay, pinterest);
    await expectRefused(await exchange(relay, grant, key, { client_id }), 'invalid_client', 401);
  });

  it.each([undefined, REDIRECTS[1], `${REDIRECTS[0]}/`, REDIRECTS[0].toUpperCase()])(
    'refuses the redirect "%s", which the code was not made for',
    async (redirect_uri) => {
      const grant = await signIn(relay, pinterest);
      await expectRefused(await exchange(relay, grant, key, { redirect_uri }), 'invalid_grant');
    },
  );

  it('refuses a used code without its verifier, and passes on the refusal of Pinterest with it', async () => {
    const grant = await signIn(relay, pinterest);
    expect((await exchange(relay, grant, key)).status).toBe(200);
    pinterest.forget();
    await expectRefused(await exchange(relay, grant, key, { code_verifier: undefined }), 'invalid_request');
    const replayed = await exchange(relay, grant, key);
    expect(replayed.status).toBe(400);
    expect(await replayed.json()).toEqual({
      error: 'invalid_grant',
      error_description: 'Pinterest answered 401 with code 2.',
    });
    expect(pinterest.tokenRequests()).toHaveLength(1);
  });

  it('refuses a code after 61 seconds, which it would have passed on after 30', async () => {
    const grant = await signIn(relay, pinterest);
    await expectRefused(
      await exchange(relay, grant, key, { code: await codeMade(grant, { agoS: 61 }) }),
      'invalid_grant',
    );
    await exchange(relay, grant, key, { code: await codeMade(grant, { agoS: 30 }) });
    expect(pinterest.tokenRequests()).toHaveLength(1);
  });

  it('refuses a code that is tampered with, cut, or something else', async () => {
    const grant = await signIn(relay, pinterest);
    const { code } = grant;
    const middle = Math.floor(code.length / 2);
    const tampered = code.slice(0, middle) + (code[middle] === 'A' ? 'B' : 'A') + code.slice(middle + 1);
    for (const bad of [
      undefined,
      tampered,
      code.slice(0, -1),
      code.slice(0, 40),
      `${code}A`,
      'pinterest-code',
      '....',
    ]) {
      await expectRefused(await exchange(relay, grant, key, { code: bad }), 'invalid_grant');
    }
  });

  it('refuses a code under a foreign key, and one whose redirect index says otherwise', async () => {
    const grant = await signIn(relay, pinterest);
    const foreign = await codeMade(grant, { env: { ...env, SEALING_KEYS: newKey() } });
    await expectRefused(await exchange(relay, grant, key, { code: foreign }), 'invalid_grant');
    await expectRefused(
      await exchange(relay, grant, key, { code: await codeMade(grant, { red: 1 }) }),
      'invalid_grant',
    );
  });

  it('refuses a state and a refresh token in place of a code', async () => {
    const grant = await signIn(relay, pinterest);
    const { refresh_token } = await (await exchange(relay, grant, key)).json();

    const { callback } = await toCallback(relay, pinterest);
    pinterest.forget();
    for (const code of [refresh_token, callback.searchParams.get('state') ?? '']) {
      await expectRefused(await exchange(relay, grant, key, { code }), 'invalid_grant');
    }
  });

  it('refuses a code of another relay, even one with the same keys (mix-up)', async () => {
    const other = await startOnWorkerd({ ...env, ISSUER: 'https://other.test' }, pinterest);
    try {
      const grant = await signIn(other, pinterest);
      expect(grant.answer.get('iss')).toBe('https://other.test');
      await expectRefused(await exchange(relay, grant, key), 'invalid_grant');
      await expectRefused(await exchange(other, await signIn(relay, pinterest), key), 'invalid_grant');
    } finally {
      await other.close();
    }
  });

  it('refuses a code whose key is retired, and takes one whose key is older', async () => {
    const newer = newKey();
    const grant = await signIn(relay, pinterest);
    const rotated = await startOnWorkerd({ ...env, SEALING_KEYS: `${newer} ${env['SEALING_KEYS']}` }, pinterest);
    const retired = await startOnWorkerd({ ...env, SEALING_KEYS: newer }, pinterest);
    try {
      await expectRefused(await exchange(retired, grant, key), 'invalid_grant');
      expect((await exchange(rotated, grant, key)).status).toBe(200);
    } finally {
      await Promise.all([rotated.close(), retired.close()]);
    }
  });

  it('refuses an exchange without a DPoP proof, with a bad one, and with a used one', async () => {
    const grant = await signIn(relay, pinterest);
    const parameters = {
      grant_type: 'authorization_code',
      client_id: 'tack',
      code: grant.code,
      redirect_uri: grant.redirect,
      code_verifier: grant.verifier,
    };
    await expectRefused(await post(relay, parameters), 'invalid_dpop_proof');
    await expectRefused(await post(relay, parameters, 'not.a.proof'), 'invalid_dpop_proof');
    const elsewhere = await dpopProof(key, { htu: 'https://other.test/token' });
    await expectRefused(await post(relay, parameters, elsewhere), 'invalid_dpop_proof');
    const old = await dpopProof(key, { iat: Math.floor(Date.now() / 1000) - 120 });
    await expectRefused(await post(relay, parameters, old), 'invalid_dpop_proof');
    const proof = await dpopProof(key);
    expect((await post(relay, parameters, proof)).status).toBe(200);
    pinterest.forget();
    await expectRefused(await post(relay, parameters, proof), 'invalid_dpop_proof');
  });

  it('refuses other grants, other bodies and repeated parameters', async () => {
    await expectRefused(await post(relay, { client_id: 'tack' }), 'invalid_request');
    for (const grant_type of ['client_credentials', 'password', 'toString']) {
      await expectRefused(await post(relay, { client_id: 'tack', grant_type }), 'unsupported_grant_type');
    }
    const headers = { 'Content-Type': 'application/json' };
    await expectRefused(await relay.fetch('/token', { method: 'POST', body: '{}', headers }), 'invalid_request');
    const body = new URLSearchParams('client_id=tack&client_id=tack&grant_type=refresh_token');
    await expectRefused(await relay.fetch('/token', { method: 'POST', body }), 'invalid_request');
  });

  it('refuses a body beyond 16 KB, with or without its length', async () => {
    const text = `grant_type=refresh_token&client_id=tack&refresh_token=${'x'.repeat(20_000)}`;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await expectRefused(await relay.fetch('/token', { method: 'POST', body: text, headers }), 'invalid_request', 413);
    const body = new Blob([text]).stream();
    const streamed: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
    await expectRefused(await relay.fetch('/token', streamed), 'invalid_request', 413);
  });
});
