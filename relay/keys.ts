import { Buffer } from 'node:buffer';
import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Encrypt, Primitives } from './primitives.ts';

/** What a seal is for. Each has its own keys, so that one can never be opened as another. */
export type SealType = 'state' | 'code' | 'refresh';

/** The keys derived from one configured secret for one type of seal. */
export interface Key {
  /** Six characters that name the key in a seal's header; they say nothing about the key. */
  readonly id: string;
  /** AES-256-GCM, to open seals. */
  readonly opening: CryptoKey;
  /** The same key, to make them. */
  readonly encrypt: Encrypt;
  /** The protected header of its seals, in base64url (RFC 7516 §3.1), which is authenticated with them. */
  readonly header: string;
  /** HMAC key for what is derived from a flow's nonce: cookie and upstream verifier. */
  readonly flow: KeyObject;
}

/** Derives the keys of `type` from the configured secrets, in their order: newest first (HKDF, RFC 5869). */
export function deriveKeys(secrets: readonly string[], type: SealType, { encryption }: Primitives): Promise<Key[]> {
  return Promise.all(
    secrets.map(async (secret) => {
      const bytes = new Uint8Array(hkdf(secret, `${type} seal`, 32));
      const id = Buffer.from(hkdf(secret, `${type} id`, 4)).toString('base64url');
      const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: id })).toString('base64url');
      return {
        id,
        header,
        opening: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']),
        encrypt: await encryption(bytes, Buffer.from(header)),
        flow: createSecretKey(new Uint8Array(hkdf(secret, `${type} flow`, 32))),
      };
    }),
  );
}

function hkdf(secret: string, label: string, lengthBytes: number): ArrayBuffer {
  return hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `tack relay v1 ${label}`, lengthBytes);
}
