import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seal } from '../../relay/seals.ts';
import { exchange, post, refresh, signIn } from './client.ts';
import { localRelay, newKey, relayEnv } from './config.ts';
import { dpopProof, newDpopKey } from './dpop-proof.ts';
import { type Pinterest, startPinterest } from './pinterest.ts';
import { type RunningRelay, startOnWorkerd } from './running.ts';

const env = relayEnv();
const key = await newDpopKey();
let pinterest: Pinterest;
let relay: RunningRelay;
let token: string;

beforeAll(async () => {
  pinterest = await startPinterest('https://relay.test/callback');
  relay = await startOnWorkerd(env, pinterest);
});
afterAll(async () => {
  await relay.close();
  await pinterest.close();
});
beforeEach(async () => {
  token = (await (await exchange(relay, await signIn(relay, pinterest), key)).json()).refresh_token;
  pinterest.forget();
});

/** The relay itself must refuse, without asking Pinterest. */
async function expectRefused(response: Response, error: string) {
  expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
  expect(response.status).toBe(400);
  expect(pinterest.tokenRequests()).toEqual([]);
}

/** What Pinterest knows the last refresh token as. */
function rawToken(): string {
  return pinterest.emulator.grant({ environment: 'production', scopes: ['pins:write'] }).refreshToken;
}

describe('the refresh grant in workerd', () => {
  it('gives new tokens, again and again, for the same key', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const response = await refresh(relay, token, key);
      expect(response.status).toBe(200);
      const answer = await response.json();
      expect(answer).toMatchObject({ access_token: expect.stringMatching(/^pina/), token_type: 'bearer' });
      expect(answer.refresh_token).not.toBe(token);
      token = answer.refresh_token;
    }
    expect(pinterest.tokenRequests()).toHaveLength(3);
  });

  it('may ask for fewer scopes, and for no foreign ones', async () => {
    await expectRefused(await refresh(relay, token, key, { scope: 'ads:write' }), 'invalid_scope');
    expect((await (await refresh(relay, token, key, { scope: 'boards:read' })).json()).scope).toBe('boards:read');
  });

  it('keeps the old refresh token when Pinterest gives no new one', async () => {
    const answer = { access_token: 'pina_new', token_type: 'bearer', expires_in: 60, scope: 'boards:read' };
    pinterest.emulator.fault({ kind: 'wrong-shape', path: '/oauth/token', answer, commits: false, times: 1 });
    const first = await (await refresh(relay, token, key)).json();
    expect(first.access_token).toBe('pina_new');
    expect((await refresh(relay, first.refresh_token, key)).status).toBe(200);
  });

  it("refuses Pinterest's own refresh token, with and without a proof", async () => {
    const raw = rawToken();
    await expectRefused(await refresh(relay, raw, key), 'invalid_grant');
    await expectRefused(
      await post(relay, { grant_type: 'refresh_token', client_id: 'tack', refresh_token: raw }),
      'invalid_grant',
    );
  });

  it('refuses a stolen token with another key, without a key, and with a seen proof', async () => {
    const parameters = { grant_type: 'refresh_token', client_id: 'tack', refresh_token: token };
    await expectRefused(await refresh(relay, token, await newDpopKey()), 'invalid_grant');
    await expectRefused(await post(relay, parameters), 'invalid_dpop_proof');
    const proof = await dpopProof(key);
    const { refresh_token } = await (await post(relay, parameters, proof)).json();
    pinterest.forget();
    await expectRefused(await post(relay, { ...parameters, refresh_token }, proof), 'invalid_dpop_proof');
  });

  it('refuses a token that is tampered with, cut, missing, or a code', async () => {
    const middle = Math.floor(token.length / 2);
    const tampered = token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
    const { code } = await signIn(relay, pinterest);
    for (const bad of ['', tampered, token.slice(0, -1), `${token}A`, code]) {
      await expectRefused(await refresh(relay, bad, key), 'invalid_grant');
    }
  });

  it.each([
    ['another relay', { iss: 'https://other.test' }],
    ['another app', { app: '2' }],
    ['another environment', { env: 'sandbox' }],
    ['another client', { aud: 'other' }],
    ['yesterday', { exp: Math.floor(Date.now() / 1000) - 1 }],
  ])('refuses a token for %s, even under the right key', async (_, change) => {
    const here = await localRelay(env);
    const jkt = await here.verifyDpop(await dpopProof(key));
    const iat = Math.floor(Date.now() / 1000);
    const right = {
      typ: 'refresh' as const,
      iss: 'https://relay.test',
      aud: 'tack',
      app: '1500000',
      env: 'production',
      cnf: { jkt },
      iat,
      exp: iat + 60,
      pin: rawToken(),
    };
    await expectRefused(await refresh(relay, await seal(here.refresh, { ...right, ...change }), key), 'invalid_grant');
    expect((await refresh(relay, await seal(here.refresh, right), key)).status).toBe(200);
  });

  it('outlives a change of its key until that is retired, whatever happens to the sealing keys', async () => {
    const newer = newKey();
    const sealing = { SEALING_KEYS: newKey() };
    const rotated = await startOnWorkerd(
      { ...env, ...sealing, REFRESH_KEYS: `${newer} ${env['REFRESH_KEYS']}` },
      pinterest,
    );
    const retired = await startOnWorkerd({ ...env, ...sealing, REFRESH_KEYS: newer }, pinterest);
    try {
      await expectRefused(await refresh(retired, token, key), 'invalid_grant');
      const answer = await (await refresh(rotated, token, key)).json();
      expect((await refresh(retired, answer.refresh_token, key)).status).toBe(200);
    } finally {
      await Promise.all([rotated.close(), retired.close()]);
    }
  });

  it('says invalid_grant when Pinterest no longer knows the token', async () => {
    pinterest.emulator.fault({ kind: 'error', status: 401, code: 283, message: 'The authorization grant is invalid' });
    const response = await refresh(relay, token, key);
    expect(response.status).toBe(400);
    expect((await response.json()).error).toBe('invalid_grant');
  });
});
