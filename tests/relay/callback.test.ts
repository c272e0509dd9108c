import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { open, seal } from '../../relay/seals.ts';
import { authorizePath, continuesTo, cookiesOf, signIn, toCallback } from './client.ts';
import { localRelay, newKey, REDIRECTS, relayEnv } from './config.ts';
import { type Pinterest, startPinterest } from './pinterest.ts';
import { type RunningRelay, startOnWorkerd } from './running.ts';

const env = relayEnv();
let pinterest: Pinterest;
let relay: RunningRelay;

beforeAll(async () => {
  pinterest = await startPinterest('https://relay.test/callback');
  relay = await startOnWorkerd(env, pinterest);
});
afterAll(async () => {
  await relay.close();
  await pinterest.close();
});
beforeEach(() => pinterest.forget());
afterEach(() => expect(pinterest.tokenRequests()).toEqual([]));

/** The answer must be a sentence that leads nowhere. */
async function expectNowhere(response: Response, status = 400) {
  expect(response.status).toBe(status);
  expect(response.headers.get('Location')).toBeNull();
  const html = await response.text();
  expect(html).toContain('Start again from Tack.');
  expect(html).not.toMatch(/refresh|<a /);
}

describe('/callback in workerd', () => {
  it('continues by a page without script to the extension, with code, state and the name of the relay', async () => {
    const { callback, cookie } = await toCallback(relay, pinterest);
    const page = await relay.fetch(callback, { headers: { Cookie: cookie } });
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    expect(page.headers.get('Set-Cookie')).toMatch(/^__Host-tack-[\w-]{8}=; Max-Age=0; Path=\/; Secure; HttpOnly/);
    const html = await page.text();
    expect(html).not.toContain('<script');
    expect(html).toMatch(/<a href="[^"]*">Continue<\/a>/);
    const target = continuesTo(html);
    expect(target.origin + target.pathname).toBe(REDIRECTS[0]);
    expect([...target.searchParams.keys()]).toEqual(['code', 'state', 'iss']);
    expect(target.searchParams.get('state')).toBe('client-state');
    expect(target.searchParams.get('iss')).toBe('https://relay.test');
    expect(html).not.toContain(callback.searchParams.get('code'));
  });

  it('returns to the redirect that the flow was started with', async () => {
    const { callback, cookie } = await toCallback(relay, pinterest, { changes: { redirect_uri: REDIRECTS[1] } });
    const page = await relay.fetch(callback, { headers: { Cookie: cookie } });
    expect(continuesTo(await page.text()).href.startsWith(`${REDIRECTS[1]}?`)).toBe(true);
  });

  it('says access_denied when the person denies', async () => {
    const { answer, state } = await signIn(relay, pinterest, { decision: 'deny' });
    expect(Object.fromEntries(answer)).toEqual({ error: 'access_denied', state, iss: relay.issuer });
  });

  it('lets two flows of one browser finish in any order', async () => {
    const first = await toCallback(relay, pinterest);
    const second = await toCallback(relay, pinterest);
    const both = { headers: { Cookie: `${first.cookie}; ${second.cookie}` } };
    for (const { callback } of [second, first]) expect((await relay.fetch(callback, both)).status).toBe(200);
  });

  it('goes nowhere in a browser that did not start the flow', async () => {
    const { callback } = await toCallback(relay, pinterest);
    await expectNowhere(await relay.fetch(callback), 403);
    const other = cookiesOf(await relay.fetch(authorizePath()));
    await expectNowhere(await relay.fetch(callback, { headers: { Cookie: other } }), 403);
  });

  it('goes nowhere when the cookie of another flow is given under the right name', async () => {
    const { callback, cookie } = await toCallback(relay, pinterest);
    const other = cookiesOf(await relay.fetch(authorizePath()));
    const forged = `${cookie.split('=')[0]}=${other.split('=')[1]}`;
    await expectNowhere(await relay.fetch(callback, { headers: { Cookie: forged } }), 403);
  });

  it('goes nowhere without a state, with a tampered one, a cut one, one too long, or two', async () => {
    const { callback, cookie } = await toCallback(relay, pinterest);
    const state = callback.searchParams.get('state') ?? '';
    const middle = Math.floor(state.length / 2);
    const tampered = state.slice(0, middle) + (state[middle] === 'A' ? 'B' : 'A') + state.slice(middle + 1);
    for (const bad of ['', tampered, state.slice(0, -1), state.slice(0, 100), `${state}A`, 'x'.repeat(2000)]) {
      const url = new URL(callback);
      url.searchParams.set('state', bad);
      await expectNowhere(await relay.fetch(url, { headers: { Cookie: cookie } }));
    }
    const url = new URL(callback);
    url.searchParams.append('state', state);
    await expectNowhere(await relay.fetch(url, { headers: { Cookie: cookie } }));
  });

  it('goes nowhere with a code or a state of a foreign key in place of the state', async () => {
    const { callback, cookie } = await toCallback(relay, pinterest);
    const here = await localRelay(env);
    const opened = await open(here.state, callback.searchParams.get('state') ?? '', {
      audience: here.audiences,
      now: Date.now(),
    });
    if (!opened) throw new Error('the state cannot be opened');
    const foreign = await localRelay({ ...env, SEALING_KEYS: newKey() });
    const { aud, exp, red, cha } = opened.claims;
    for (const state of [
      seal(foreign.state, opened.claims),
      seal(here.code, { typ: 'code', aud, exp, red, cha, ver: 'v', pin: 'p' }),
      seal(here.state, { ...opened.claims, exp: Math.floor(Date.now() / 1000) - 1 }),
      seal(here.state, { ...opened.claims, red: 1 }),
    ]) {
      const url = new URL(callback);
      url.searchParams.set('state', await state);
      await expectNowhere(await relay.fetch(url, { headers: { Cookie: cookie } }));
    }
  });

  it.each(['<script>alert(1)</script>', '"><a href="https://evil.test">', "'\r\nSet-Cookie: a=b"])(
    'repeats nothing of a hostile code or error: %s',
    async (hostile) => {
      const { callback, cookie } = await toCallback(relay, pinterest);
      const state = callback.searchParams.get('state') ?? '';
      for (const name of ['code', 'error']) {
        const query = new URLSearchParams({ state, [name]: hostile, error_description: hostile });
        const page = await relay.fetch(`/callback?${query}`, { headers: { Cookie: cookie } });
        const html = await page.text();
        expect(html).not.toContain(hostile);
        expect(html).not.toContain('evil.test');
        expect(continuesTo(html).origin).toBe(new URL(REDIRECTS[0]).origin);
        expect(page.headers.getSetCookie()).toHaveLength(1);
      }
    },
  );

  it('does not seal a code beyond 1,024 characters', async () => {
    const { callback, cookie } = await toCallback(relay, pinterest);
    callback.searchParams.set('code', 'c'.repeat(1025));
    const page = await relay.fetch(callback, { headers: { Cookie: cookie } });
    expect(continuesTo(await page.text()).searchParams.get('code')).toBeNull();
  });
});
