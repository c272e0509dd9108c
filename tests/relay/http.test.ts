import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorizePath, exchange, refresh, signIn, toCallback } from './client.ts';
import { relayEnv } from './config.ts';
import { newDpopKey } from './dpop-proof.ts';
import { type Pinterest, startPinterest } from './pinterest.ts';
import { type RunningRelay, startOnNode, startOnWorkerd } from './running.ts';

const METADATA = '/.well-known/oauth-authorization-server';

describe.each([
  ['workerd', startOnWorkerd],
  ['Node', startOnNode],
])('over HTTP the relay on %s', (_, start) => {
  const env = relayEnv();
  let pinterest: Pinterest;
  let relay: RunningRelay;

  beforeAll(async () => {
    pinterest = await startPinterest('https://relay.test/callback');
    relay = await start(env, pinterest);
  });
  afterAll(async () => {
    await relay.close();
    await pinterest.close();
  });

  it.each([
    ['GET', '/'],
    ['GET', METADATA],
    ['GET', authorizePath()],
    ['GET', '/authorize'],
    ['GET', '/callback'],
    ['POST', '/token'],
    ['OPTIONS', '/token'],
    ['GET', '/token'],
    ['GET', '/nowhere'],
  ])('puts the security headers on %s %s', async (method, path) => {
    const { headers } = await relay.fetch(path, { method });
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
    expect(headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-.*frame-ancestors 'none'$/,
    );
  });

  it.each(['/token', METADATA])('lets every origin read %s, without credentials', async (path) => {
    const headers = { Origin: 'chrome-extension://abc', 'Access-Control-Request-Headers': 'dpop' };
    const preflight = await relay.fetch(path, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type, DPoP');
    const method = path === '/token' ? 'POST' : 'GET';
    for (const response of [preflight, await relay.fetch(path, { method, headers })]) {
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    }
  });

  it.each([authorizePath(), '/callback', '/'])('lets no origin read %s', async (path) => {
    expect((await relay.fetch(path)).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it.each([
    ['GET', '/token', 'POST, OPTIONS'],
    ['POST', '/authorize', 'GET'],
    ['POST', '/callback', 'GET'],
  ])('refuses %s %s', async (method, path, allow) => {
    const response = await relay.fetch(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe(allow);
  });

  it('lets no input into a header or its output, and never writes a token, code or secret', async () => {
    const key = await newDpopKey();
    const { callback, cookie } = await toCallback(relay, pinterest);
    const grant = await signIn(relay, pinterest);
    const tokens = await (await exchange(relay, grant, key)).json();
    await exchange(relay, grant, key);
    await refresh(relay, tokens.refresh_token, key);
    await refresh(relay, tokens.refresh_token, key);
    const hostile = 'evil\r\nX-Evil: 1\r\n\r\n{"event":"evil"}';
    const query = new URLSearchParams({ state: hostile, code: hostile, error: hostile, client_id: hostile });
    for (const path of ['/authorize', '/callback', '/token', `/${encodeURIComponent(hostile)}`]) {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? query : null;
        const response = await relay.fetch(`${path}?${query}`, { method, body });
        expect(response.headers.get('X-Evil')).toBeNull();
        expect(await response.text()).not.toContain('X-Evil');
      }
    }
    const secrets = [
      env['PINTEREST_APP_SECRET'],
      env['SEALING_KEYS'],
      env['REFRESH_KEYS'],
      callback.searchParams.get('code'),
      cookie,
      grant.code,
      grant.verifier,
      grant.state,
      tokens.access_token,
      tokens.refresh_token,
      'evil',
    ];
    const output = relay.output();
    expect(output).toContain('"event":"upstream-failure"');
    for (const secret of secrets) expect(output).not.toContain(secret ?? 'missing');
  });
});

describe('the limit per address', () => {
  it("is the platform's on workerd, counts a repeated flow once, and answers in the language of each endpoint", async () => {
    const pinterest = await startPinterest();
    const relay = await startOnWorkerd(relayEnv(), pinterest, { limitPerMinute: 2 });
    try {
      const twice = authorizePath({ state: 'one' });
      for (const path of [twice, twice, authorizePath({ state: 'two' })]) {
        expect((await relay.fetch(path)).status).toBe(302);
      }
      const page = await relay.fetch(authorizePath({ state: 'three' }));
      expect(page.status).toBe(429);
      expect(await page.text()).toContain('Try again in a minute.');
      const token = await relay.fetch('/token', { method: 'POST' });
      expect([token.status, token.headers.get('Retry-After')]).toEqual([429, '60']);
      expect(await token.json()).toMatchObject({ error: 'temporarily_unavailable' });
    } finally {
      await relay.close();
      await pinterest.close();
    }
  });

  it('is counted in memory on Node', async () => {
    const pinterest = await startPinterest();
    const relay = await startOnNode(relayEnv({ REQUESTS_PER_MINUTE: '2' }), pinterest);
    try {
      const statuses = [];
      for (let i = 0; i < 3; i += 1) statuses.push((await relay.fetch('/callback')).status);
      expect(statuses).toEqual([400, 400, 429]);
    } finally {
      await relay.close();
      await pinterest.close();
    }
  });
});
