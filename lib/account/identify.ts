import * as z from 'zod/mini';
import { item } from '../storage/item.ts';

const key = item('local', 'accountHashKey', z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))), () => undefined);

/**
 * A keyed hash of an account's id: tells the same account again without keeping whose it is. The key is random, made
 * once in this browser.
 */
export async function hashAccountId(accountId: string): Promise<string> {
  const secret = (await key.get()) ?? toHex(crypto.getRandomValues(new Uint8Array(32)));
  await key.set(secret);
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(accountId));
  return toHex(new Uint8Array(signed));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
