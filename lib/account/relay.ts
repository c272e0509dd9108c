import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import { exchange, type Patience } from '../http/exchange.ts';
import type { ServerClock } from '../http/server-clock.ts';
import { Environment } from './environment.ts';
import { SignInFailure } from './failure.ts';
import { isLoopback } from './token-request.ts';

/** What a relay says of itself beyond RFC 8414. */
const Extras = z.object({ tack_client_id: z.string(), tack_environment: z.optional(Environment) });

export interface RelayMetadata {
  as: oauth.AuthorizationServer;
  clientId: string;
  environment: Environment | undefined;
}

/**
 * Reads a relay's metadata (RFC 8414). Refuses one whose endpoints are not on its own origin, or that does not take
 * PKCE with S256: `relay-address-invalid`, `relay-unusable`.
 */
export async function discoverRelay(
  address: string,
  options: {
    fetch: typeof fetch;
    serverClock?: ServerClock | undefined;
    patience?: Patience | undefined;
    signal?: AbortSignal | undefined;
  },
): Promise<RelayMetadata> {
  const issuer = relayIssuer(address);
  try {
    const response = await oauth.discoveryRequest(issuer, {
      algorithm: 'oauth2',
      [oauth.allowInsecureRequests]: isLoopback(issuer.href),
      [oauth.customFetch]: async (url, init) => {
        const { status, headers, text } = await exchange(url, { ...init, body: null }, options);
        // The first proof needs the right time, and nothing else may have told it yet.
        options.serverClock?.observe(headers);
        return new Response(text, { status, headers });
      },
    });
    const as = await oauth.processDiscoveryResponse(issuer, response);
    const extras = Extras.parse(as);
    const endpoints = [as.authorization_endpoint, as.token_endpoint];
    const isOurs = endpoints.every((endpoint) => endpoint && new URL(endpoint).origin === issuer.origin);
    if (!isOurs || !as.code_challenge_methods_supported?.includes('S256')) throw new SignInFailure('relay-unusable');
    return { as, clientId: extras.tack_client_id, environment: extras.tack_environment };
  } catch {
    throw new SignInFailure('relay-unusable');
  }
}

/** The relay's origin, from what a person typed. */
export function relayIssuer(address: string): URL {
  const url = URL.parse(address.trim());
  const isSafe = url?.protocol === 'https:' || isLoopback(url?.href);
  if (!url || !isSafe || url.username || url.pathname !== '/' || url.search || url.hash) {
    throw new SignInFailure('relay-address-invalid');
  }
  return url;
}

/** The key that a relay's refresh tokens are bound to: P-256, its private half cannot be read out. */
export async function makeRelayKey(): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
}
