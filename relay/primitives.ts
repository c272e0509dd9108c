import { Buffer } from 'node:buffer';
import { createCipheriv, createSecretKey } from 'node:crypto';
import { s256 } from './flow.ts';

/** Encrypts text with AES-256-GCM: gives the ciphertext and, at its end, the tag of {@link TAG_BYTES}. */
export type Encrypt = (nonce: Uint8Array<ArrayBuffer>, text: string) => Buffer | Promise<Buffer>;

export const TAG_BYTES = 16;

/** What each platform does in the way that is cheapest there. */
export interface Primitives {
  /** Prepares a key of 32 bytes; `header` is authenticated with whatever it encrypts. */
  readonly encryption: (key: Uint8Array<ArrayBuffer>, header: Buffer<ArrayBuffer>) => Promise<Encrypt>;
  /** The S256 challenge of a verifier (RFC 7636 §4.2). */
  readonly s256: (verifier: string) => string | Promise<string>;
}

/** By WebCrypto. On workerd it answers in place, and costs half of `node:crypto`, whose ciphers are streams there. */
export const webPrimitives: Primitives = {
  encryption: async (bytes, additionalData) => {
    const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
    return async (iv, text) => {
      const algorithm = { name: 'AES-GCM', iv, additionalData };
      return Buffer.from(await crypto.subtle.encrypt(algorithm, key, Buffer.from(text)));
    };
  },
  s256: async (verifier) => {
    const digest = await crypto.subtle.digest('SHA-256', Buffer.from(verifier));
    return Buffer.from(digest).toString('base64url');
  },
};

/** By `node:crypto`. On Node the way of WebCrypto to the thread pool and back costs more than the rest of `/authorize`. */
export const nodePrimitives: Primitives = {
  encryption: async (bytes, header) => {
    const key = createSecretKey(bytes);
    return (nonce, text) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(header);
      const encrypted = cipher.update(text, 'utf8');
      // In this mode the end brings no more bytes, only the tag.
      cipher.final();
      return Buffer.concat([encrypted, cipher.getAuthTag()]);
    };
  },
  s256,
};
