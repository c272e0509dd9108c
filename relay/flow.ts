import { createHmac, hash, type KeyObject } from 'node:crypto';
import { randomBytes } from './random.ts';

/** What belongs to one run of the flow and can be derived again from its nonce, so that nothing is stored. */
export interface FlowSecrets {
  /** Ties the flow to the browser that started it. */
  readonly cookie: string;
  /** The relay's own PKCE verifier towards Pinterest (RFC 7636): 43 characters. */
  readonly verifier: string;
}

/** Twelve random bytes in base64url. */
export function newNonce(): string {
  return randomBytes(12).toString('base64url');
}

/** Derives cookie and verifier from the nonce by HMAC. Without the key neither can be guessed. */
export function flowSecrets(key: KeyObject, nonce: string): FlowSecrets {
  // 512 bits are 86 characters: each half of 43 has more than 256 bits of its own.
  const mac = createHmac('sha512', key).update(nonce).digest('base64url');
  return { cookie: mac.slice(0, 43), verifier: mac.slice(43) };
}

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
export function s256(verifier: string): string {
  return hash('sha256', verifier, 'base64url');
}
