import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { dpopProof, newDpopKey } from '../tests/relay/dpop-proof.ts';
import { dpopVerifier } from './dpop.ts';

const url = 'https://relay.test/token';
const nowS = Math.floor(Date.now() / 1000);
const now = () => nowS * 1000;
const key = await newDpopKey();
const refusal = expect.objectContaining({ code: 'invalid_dpop_proof' });

describe('a DPoP proof', () => {
  it('names the thumbprint of its key', async () => {
    const thumbprint = await calculateJwkThumbprint(await exportJWK(key.publicKey));
    expect(await dpopVerifier(url, now)(await dpopProof(key))).toBe(thumbprint);
  });

  it('is good once', async () => {
    const verify = dpopVerifier(url, now);
    const proof = await dpopProof(key);
    await verify(proof);
    await expect(verify(proof)).rejects.toEqual(refusal);
  });

  it.each([
    ['for another method', { htm: 'GET' }],
    ['for another address', { htu: 'https://relay.test/authorize' }],
    ['for another relay', { htu: 'https://other.test/token' }],
    ['61 seconds old', { iat: nowS - 61 }],
    ['31 seconds ahead', { iat: nowS + 31 }],
    ['without a jti', { jti: undefined }],
    ['with a jti as long as a book', { jti: 'j'.repeat(129) }],
  ])('%s is refused', async (_, claims) => {
    await expect(dpopVerifier(url, now)(await dpopProof(key, claims))).rejects.toEqual(refusal);
  });

  it('may name the address with a query, which is not compared', async () => {
    await expect(dpopVerifier(url, now)(await dpopProof(key, { htu: `${url}?a#b` }))).resolves.toBeTypeOf('string');
  });

  it('of another type is refused', async () => {
    await expect(dpopVerifier(url, now)(await dpopProof(key, {}, { typ: 'JWT' }))).rejects.toEqual(refusal);
  });

  it('that shows its private key is refused', async () => {
    const leaky = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(leaky.privateKey);
    await expect(dpopVerifier(url, now)(await dpopProof(leaky, {}, { jwk }))).rejects.toEqual(refusal);
  });

  it('signed by another key than it shows is refused', async () => {
    const jwk = await exportJWK((await newDpopKey()).publicKey);
    await expect(dpopVerifier(url, now)(await dpopProof(key, {}, { jwk }))).rejects.toEqual(refusal);
  });

  it.each([undefined, '', 'x', 'a.b.c', 'p'.repeat(3000)])('that is %s is refused', async (proof) => {
    await expect(dpopVerifier(url, now)(proof)).rejects.toEqual(refusal);
  });
});
