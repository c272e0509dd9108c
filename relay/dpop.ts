import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { BoundedMap } from './bounded-map.ts';
import { OAuthError } from './errors.ts';

/** How old a proof may be, and how far ahead the client's clock. */
const MAX_AGE_S = 60;
const MAX_AHEAD_S = 30;
const MAX_LENGTH = 2048;

const proofClaims = z.object({
  jti: z.string().check(z.minLength(1), z.maxLength(128)),
  htm: z.literal('POST'),
  htu: z.string(),
  iat: z.int(),
});
const publicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.optional(z.undefined()),
});

/**
 * Makes a verifier of DPoP proofs for `url` (RFC 9449 §4.3). It gives the thumbprint of the proof's key.
 * A proof is good for 60 s and once: used ones are remembered, at most 10,000, in this process or isolate only.
 * @throws {OAuthError} `invalid_dpop_proof`.
 */
export function dpopVerifier(url: string, now: () => number): (proof: string | undefined) => Promise<string> {
  const used = new BoundedMap<number>(10_000);
  return async (proof) => {
    if (!proof) throw refusal('A DPoP proof is required.');
    const { claims, thumbprint } = await verify(proof, now());
    if (withoutQuery(claims.htu) !== url) throw refusal('The DPoP proof is for another address.');
    const key = `${thumbprint} ${claims.jti}`;
    if ((used.get(key) ?? 0) > now()) throw refusal('The DPoP proof was used before.');
    used.set(key, (claims.iat + MAX_AGE_S + 1) * 1000);
    return thumbprint;
  };
}

async function verify(proof: string, now: number) {
  if (proof.length > MAX_LENGTH) throw refusal('The DPoP proof is too long.');
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
    });
    const claims = proofClaims.parse(payload);
    const ageS = Math.floor(now / 1000) - claims.iat;
    if (ageS > MAX_AGE_S || ageS < -MAX_AHEAD_S) throw refusal('The DPoP proof is too old or from the future.');
    const { kty, crv, x, y } = publicKey.parse(protectedHeader.jwk);
    return { claims, thumbprint: await calculateJwkThumbprint({ kty, crv, x, y }) };
  } catch (cause) {
    throw cause instanceof OAuthError ? cause : refusal('The DPoP proof is not valid.');
  }
}

/** RFC 9449 §4.3: the address is compared without query and fragment, after normalisation. */
function withoutQuery(text: string): string | undefined {
  const url = URL.parse(text);
  return url ? url.origin + url.pathname : undefined;
}

function refusal(description: string): OAuthError {
  return new OAuthError('invalid_dpop_proof', description);
}
