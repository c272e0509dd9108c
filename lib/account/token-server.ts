import * as oauth from 'oauth4webapi';
import type { ServerClock } from '../http/server-clock.ts';
import type { OwnApp, Relay } from './connection.ts';
import { apiBase, type Environment } from './environment.ts';

/** Who gives tokens, and how to prove to it who asks. */
export interface TokenServer {
  as: oauth.AuthorizationServer;
  client: oauth.Client;
  auth: oauth.ClientAuth;
  dpop?: oauth.DPoPHandle;
}

/** Pinterest itself, with the person's own app. https://developers.pinterest.com/docs/getting-started/authentication/ */
export function ownAppServer(environment: Environment, app: Omit<OwnApp, 'kind'>): TokenServer {
  return {
    as: {
      issuer: 'https://www.pinterest.com',
      authorization_endpoint: 'https://www.pinterest.com/oauth/',
      token_endpoint: `${apiBase[environment]}/oauth/token`,
    },
    client: { client_id: app.appId },
    // Pinterest documents Basic with the raw values; RFC 6749 (and oauth4webapi) would form-encode each first.
    auth: (_as, client, _body, headers) => {
      headers.set('authorization', `Basic ${btoa(`${client.client_id}:${app.appSecret}`)}`);
    },
  };
}

/** A relay, with the key that its refresh tokens are bound to (RFC 9449). Proofs are dated by the server's clock. */
export function relayServer(
  as: oauth.AuthorizationServer,
  relay: Relay,
  clientId: string,
  serverClock: ServerClock,
): TokenServer {
  const skewSeconds = Math.round((serverClock.now() - Date.now()) / 1000);
  const client: oauth.Client = { client_id: clientId, [oauth.clockSkew]: skewSeconds };
  return { as, client, auth: oauth.None(), dpop: oauth.DPoP(client, relay) };
}
