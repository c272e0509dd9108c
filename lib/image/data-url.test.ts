import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Failure } from '../failure.ts';
import { bytesOfDataUrl } from './data-url.ts';

it('gives the bytes that were put in, in base64 or percent-encoded', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const base64 = Buffer.from(bytes).toString('base64');
      const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      expect([...bytesOfDataUrl(`data:image/png;base64,${base64}`)]).toEqual([...bytes]);
      expect([...bytesOfDataUrl(`data:image/png,${percent}`)]).toEqual([...bytes]);
    }),
  );
});

it('reads SVG as people write it into style sheets', () => {
  const bytes = bytesOfDataUrl("data:image/svg+xml;charset=utf-8,%3Csvg xmlns='http://www.w3.org/2000/svg'/>é");
  expect(new TextDecoder().decode(bytes)).toBe("<svg xmlns='http://www.w3.org/2000/svg'/>é");
});

it.each(['data:image/png', 'data:image/png;base64,###'])('names %s as broken', (url) => {
  expect(() => bytesOfDataUrl(url)).toThrow(new Failure('broken-picture', 'a data: URL that cannot be decoded'));
});
