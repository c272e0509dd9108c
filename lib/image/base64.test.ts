import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Of } from './base64.ts';

it('is what Pinterest takes, for any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), async (bytes) => {
      const text = await base64Of(new Blob([new Uint8Array(bytes)]));
      expect(text).toMatch(/^[a-zA-Z0-9+/=]+$/);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});

it('is padded once, at the end, however many pieces it was made of', async () => {
  const bytes = randomBytes(1_000_000);
  expect(await base64Of(new Blob([bytes]))).toBe(bytes.toString('base64'));
});

it('stops when told', async () => {
  await expect(base64Of(new Blob(['cat']), AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
});
