import fc from 'fast-check';
import { expect, it } from 'vitest';
import { urlOrBytes } from './url-or-bytes.ts';

it.each([
  'https://i.example.com/cat.jpg',
  'https://i.example.com/cat.PNG?width=600',
  'https://i.example.com/cat.gif',
  'https://i.example.com/12345',
  'https://i.example.com/webp-explained.jpg',
  'https://i.example.com/svg/cat.jpg?v=webp',
  'https://i.example.com/cat?fm=jpg',
  'https://i.example.com/cat?auto=format,compress',
  'https://i.example.com/f_auto,q_80/cat.jpg',
  'https://i.example.com/_next/image?url=%2Fcat.jpg&w=640',
  'https://i.example.com/100%/cat.jpg',
])('%s goes as a URL', (address) => {
  expect(urlOrBytes(address)).toBe('url');
});

it.each([
  'https://i.example.com/cat.webp',
  'https://i.example.com/cat.jpg.webp?v=3',
  'https://i.example.com/cat.webp@2x',
  'https://i.example.com/cat.jpg@672w.webp',
  'https://i.example.com/cat.AVIF',
  'https://i.example.com/cat.svg',
  'https://i.example.com/cat.svgz',
  'https://i.example.com/cat.heic',
  'https://i.example.com/f_webp,w_300/cat.jpg',
  'https://i.example.com/rs:fit:300/format:webp/cat.jpg',
  'https://i.example.com/cat.jpg?format=webp',
  'https://i.example.com/cat?fm=avif&w=300',
  'https://i.example.com/cat?wx_fmt=webp',
  'https://i.example.com/cat.jpg?x-oss-process=image/format,webp',
  'https://i.example.com/_next/image?url=%2Fcat.webp%3Fv%3D1&w=640',
  'http://192.168.1.1/cat.jpg',
  'data:image/png;base64,iVBORw0KGgo=',
  'not an address',
])('%s goes as bytes', (address) => {
  expect(urlOrBytes(address)).toBe('bytes');
});

it.each([
  ['image/webp', 'bytes'],
  ['image/avif', 'bytes'],
  ['image/svg+xml', 'bytes'],
  ['image/x-icon', 'bytes'],
  ['image/vnd.microsoft.icon', 'bytes'],
  ['image/jpeg', 'url'],
  ['', 'url'],
] as const)('an element that says %j makes it %s', (elementType, expected) => {
  expect(urlOrBytes('https://i.example.com/cat', elementType)).toBe(expected);
});

it('decides for any text at all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (text) =>
      /url|bytes/.test(urlOrBytes(text)),
    ),
  );
});
