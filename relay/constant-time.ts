import { Buffer } from 'node:buffer';
import { timingSafeEqual } from 'node:crypto';

/** Whether two texts are equal, in a time that tells at most their lengths, never where they differ. */
export function equalInConstantTime(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
