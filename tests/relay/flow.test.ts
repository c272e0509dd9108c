import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { continuesTo, cookiesOf } from './client.ts';
import { REDIRECTS, relayEnv } from './config.ts';
import { type Pinterest, startPinterest } from './pinterest.ts';
import { type RunningRelay, startOnNode, startOnWorkerd } from './running.ts';

/** What oauth4webapi asks a fetch for. */
interface Sent {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | URLSearchParams | undefined;
}

describe.each([
  ['workerd', startOnWorkerd],
  ['Node', startOnNode],
])('oauth4webapi as the client of the relay on %s', (_, start) => {
  let pinterest: Pinterest;
  let relay: RunningRelay;
  let http: { [oauth.customFetch]: (url: string, options: Sent) => Promise<Response> };
  const client: oauth.Client = { client_id: 'tack' };

  beforeAll(async () => {
    pinterest = await startPinterest('https://relay.test/callback');
    relay = await start(relayEnv(), pinterest);
    http = {
      [oauth.customFetch]: (url, { method, headers, body = null }) => relay.fetch(url, { method, headers, body }),
    };
  });
  afterAll(async () => {
    await relay.close();
    await pinterest.close();
  });

  async function discover(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(relay.issuer);
    const response = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...http });
    return oauth.processDiscoveryResponse(issuer, response);
  }

  /** Everything the browser does, from the authorization URL to the address that the extension catches. */
  async function browse(authorizationUrl: URL): Promise<URL> {
    const start = await relay.fetch(authorizationUrl);
    const callback = await pinterest.decide(start.headers.get('Location') ?? '', 'allow');
    const page = await relay.fetch(callback, { headers: { Cookie: cookiesOf(start) } });
    return continuesTo(await page.text());
  }

  async function connect(server: oauth.AuthorizationServer, DPoP: oauth.DPoPHandle) {
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const url = new URL(server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: client.client_id,
      redirect_uri: REDIRECTS[0],
      response_type: 'code',
      scope: 'boards:read pins:write',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const answer = oauth.validateAuthResponse(server, client, await browse(url), state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      answer,
      REDIRECTS[0],
      verifier,
      { DPoP, ...http },
    );
    return oauth.processAuthorizationCodeResponse(server, client, response);
  }

  it('discovers endpoints that all share the origin of the issuer', async () => {
    const server = await discover();
    expect(server).toMatchObject({ code_challenge_methods_supported: ['S256'], tack_client_id: 'tack' });
    for (const url of [server.authorization_endpoint, server.token_endpoint]) {
      expect(new URL(url ?? '').origin).toBe(server.issuer);
    }
  });

  it('connects, refreshes twice, and each access token is one that Pinterest takes', async () => {
    const server = await discover();
    const DPoP = oauth.DPoP(client, await oauth.generateKeyPair('ES256'));
    let tokens = await connect(server, DPoP);
    for (let turn = 0; turn < 3; turn += 1) {
      const account = await pinterest.answer('https://api.pinterest.com/v5/boards', {
        headers: { Authorization: `Bearer ${tokens.access_token}` },
      });
      expect(account.status).toBe(200);
      const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh_token ?? '', {
        DPoP,
        ...http,
      });
      tokens = await oauth.processRefreshTokenResponse(server, client, response);
    }
  });

  it('is told invalid_grant when another key uses its refresh token', async () => {
    const server = await discover();
    const tokens = await connect(server, oauth.DPoP(client, await oauth.generateKeyPair('ES256')));
    const thief = oauth.DPoP(client, await oauth.generateKeyPair('ES256'));
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh_token ?? '', {
      DPoP: thief,
      ...http,
    });
    await expect(oauth.processRefreshTokenResponse(server, client, response)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('refuses an answer of another relay (mix-up)', async () => {
    const server = await discover();
    const answer = new URL(`${REDIRECTS[0]}?code=c&state=s&iss=https://other.test`);
    expect(() => oauth.validateAuthResponse(server, client, answer, 's')).toThrow('iss');
    answer.searchParams.delete('iss');
    expect(() => oauth.validateAuthResponse(server, client, answer, 's')).toThrow('iss');
  });
});
