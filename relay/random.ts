import { Buffer } from 'node:buffer';

let pool: Buffer<ArrayBuffer> = Buffer.alloc(0);

/** Fresh random bytes, for nonces, which are no secrets: drawn from the system many at once, as each call costs. */
export function randomBytes(count: number): Buffer<ArrayBuffer> {
  if (pool.length < count) pool = crypto.getRandomValues(Buffer.alloc(4096));
  const bytes = pool.subarray(0, count);
  pool = pool.subarray(count);
  return bytes;
}
