import { exportJWK, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';

export interface DpopKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** A key as the extension makes it: P-256, its private half not extractable. */
export const newDpopKey = (): Promise<DpopKey> => generateKeyPair('ES256');

/** A DPoP proof for the relay's token endpoint, with whatever a test wants changed. */
export async function dpopProof(
  key: DpopKey,
  claims: Record<string, unknown> = {},
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const jwk = await exportJWK(key.publicKey);
  return new SignJWT({
    jti: crypto.randomUUID(),
    htm: 'POST',
    htu: 'https://relay.test/token',
    iat: Math.floor(Date.now() / 1000),
    ...claims,
  })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk, ...header })
    .sign(key.privateKey);
}
