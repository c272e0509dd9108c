import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { s256 } from '../../relay/flow.ts';
import { authorizePath, cookiesOf, newVerifier } from './client.ts';
import { REDIRECTS, relayEnv } from './config.ts';
import { type Pinterest, startPinterest } from './pinterest.ts';
import { type RunningRelay, startOnWorkerd } from './running.ts';

let pinterest: Pinterest;
let relay: RunningRelay;

beforeAll(async () => {
  pinterest = await startPinterest('https://relay.test/callback');
  relay = await startOnWorkerd(relayEnv(), pinterest);
});
afterAll(async () => {
  await relay.close();
  await pinterest.close();
});
beforeEach(() => pinterest.forget());
// The relay sends the browser on; it has nothing to ask of Pinterest itself, whatever it is asked.
afterEach(() => expect(pinterest.emulator.log.entries).toEqual([]));

/** The answer must keep the browser here. */
async function expectPage(path: string) {
  const response = await relay.fetch(path);
  expect(response.status).toBe(400);
  expect(response.headers.get('Location')).toBeNull();
  expect(response.headers.get('Set-Cookie')).toBeNull();
  expect(await response.text()).toContain('<p>This sign-in request');
}

/** The answer must go back to the extension with an error, and never to Pinterest. */
async function expectError(path: string, error: string) {
  const response = await relay.fetch(path);
  expect(response.status).toBe(302);
  const back = new URL(response.headers.get('Location') ?? '');
  expect(back.origin + back.pathname).toBe(REDIRECTS[0]);
  expect(Object.fromEntries(back.searchParams)).toEqual({ error, state: 'client-state', iss: relay.issuer });
}

describe('/authorize in workerd', () => {
  it("sends the browser to Pinterest with the relay's own callback, state and challenge", async () => {
    const challenge = s256(newVerifier());
    const response = await relay.fetch(authorizePath({ code_challenge: challenge, state: 'x'.repeat(128) }));
    const location = new URL(response.headers.get('Location') ?? '');
    const { state, code_challenge, ...rest } = Object.fromEntries(location.searchParams);
    expect(location.origin + location.pathname).toBe('https://www.pinterest.com/oauth/');
    expect(rest).toEqual({
      client_id: '1500000',
      redirect_uri: 'https://relay.test/callback',
      response_type: 'code',
      scope: 'boards:read,pins:write',
      code_challenge_method: 'S256',
    });
    expect(state?.length).toBeLessThanOrEqual(512);
    expect(code_challenge).toMatch(/^[\w-]{43}$/);
    expect(code_challenge).not.toBe(challenge);
  });

  it('ties the flow to this browser with a cookie that no script and no other site can use', async () => {
    const cookie = (await relay.fetch(authorizePath())).headers.get('Set-Cookie');
    expect(cookie).toMatch(/^__Host-tack-[\w-]{8}=[\w-]{43}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  });

  it('may be asked twice for the same flow, each time with a state and cookie of its own', async () => {
    const path = authorizePath();
    const [first, second] = [await relay.fetch(path), await relay.fetch(path)];
    expect([first.status, second.status]).toEqual([302, 302]);
    expect(cookiesOf(first)).not.toBe(cookiesOf(second));
  });

  it.each([undefined, '', 'other', 'TACK', 'tack '])('keeps a request of client "%s" here', (client_id) =>
    expectPage(authorizePath({ client_id })),
  );

  const [allowed] = REDIRECTS;
  it.each([
    ['missing', undefined],
    ['a prefix', allowed.slice(0, -1)],
    ['a suffix', `${allowed}x`],
    ['a deeper path', `${allowed}/x`],
    ['a slash more', `${allowed}/`],
    ['another path', allowed.replace('/relay', '/pinterest')],
    ['another case of the path', allowed.replace('/relay', '/Relay')],
    ['another case of the host', allowed.replace('abc', 'ABC')],
    ['an encoded letter', allowed.replace('/relay', '/%72elay')],
    ['an encoded slash', allowed.replace('/relay', '%2Frelay')],
    ['dot segments', allowed.replace('/relay', '/x/../relay')],
    ['the default port', allowed.replace('.org', '.org:443')],
    ['another port', allowed.replace('.org', '.org:8443')],
    ['userinfo', allowed.replace('https://', 'https://user@')],
    ['our host as userinfo', allowed.replace('/relay', '@evil.test/relay')],
    ['a fragment', `${allowed}#x`],
    ['a query', `${allowed}?x`],
    ['http', allowed.replace('https', 'http')],
    ['a longer host', allowed.replace('.org', '.org.evil.test')],
    ['a trailing dot of the host', allowed.replace('.org', '.org.')],
    ['a subdomain', allowed.replace('https://', 'https://x.')],
    ['space before', ` ${allowed}`],
    ['a line break after', `${allowed}\n`],
    ['a backslash', allowed.replace('/relay', '\\relay')],
    ['two of them', `${allowed} ${REDIRECTS[1]}`],
    ['an index', '0'],
  ])('keeps a request here whose redirect is %s', (_, redirect_uri) => expectPage(authorizePath({ redirect_uri })));

  it('keeps a request here that names a parameter twice', () =>
    expectPage(`${authorizePath()}&redirect_uri=${encodeURIComponent('https://evil.test/')}`));

  it.each([
    ['missing', undefined],
    ['129 characters long', 'x'.repeat(129)],
    ['with a line break', 'a\r\nSet-Cookie: x=y'],
    ['with a quote', 'a"b'],
    ['not ASCII', 'é'],
  ])('keeps a request here whose state is %s', (_, state) => expectPage(authorizePath({ state })));

  it.each([
    ['plain', { code_challenge_method: 'plain' }],
    ['no method, which means plain', { code_challenge_method: undefined }],
    ['another case of the method', { code_challenge_method: 's256' }],
    ['no challenge', { code_challenge: undefined }],
    ['a short challenge', { code_challenge: 'x'.repeat(42) }],
    ['a long challenge', { code_challenge: 'x'.repeat(44) }],
    ['a challenge in other letters', { code_challenge: `${'x'.repeat(42)}=` }],
  ])('refuses %s', (_, changes) => expectError(authorizePath(changes), 'invalid_request'));

  it.each([undefined, 'ads:write', 'pins:read billing:read'])('refuses the scope "%s"', (scope) =>
    expectError(authorizePath({ scope }), 'invalid_scope'),
  );

  it.each([undefined, 'token', 'code token'])('refuses the response type "%s"', (response_type) =>
    expectError(authorizePath({ response_type }), 'unsupported_response_type'),
  );
});
