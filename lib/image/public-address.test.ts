import { expect, it } from 'vitest';
import { isPublicAddress } from './public-address.ts';

it.each([
  'https://i.example.com/cat.jpg',
  'http://example.com:8080/cat.jpg',
  'https://8.8.8.8/cat.jpg',
  'https://172.15.0.1/',
  'https://[2606:4700::1111]/cat.jpg',
  'https://bücher.example/cat.jpg',
])('%s can be reached by anybody', (address) => {
  expect(isPublicAddress(new URL(address))).toBe(true);
});

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ftp://example.com/cat.jpg',
  'blob:https://example.com/0d7c',
  'https://me@example.com/cat.jpg',
  'https://me:secret@example.com/cat.jpg',
  'http://nas/cat.jpg',
  'http://localhost/cat.jpg',
  'http://cats.localhost./cat.jpg',
  'http://printer.local/cat.jpg',
  'http://wiki.internal/cat.jpg',
  'http://router.home.arpa/cat.jpg',
  'http://127.0.0.1/cat.jpg',
  'http://2130706433/cat.jpg',
  'http://0x7f.1/cat.jpg',
  'http://10.1.2.3/cat.jpg',
  'http://100.64.0.1/cat.jpg',
  'http://169.254.169.254/latest/meta-data',
  'http://172.16.0.1/cat.jpg',
  'http://192.168.1.1/cat.jpg',
  'http://224.0.0.1/cat.jpg',
  'http://0.0.0.0/cat.jpg',
  'http://[::1]/cat.jpg',
  'http://[::ffff:10.0.0.1]/cat.jpg',
  'http://[fe80::1]/cat.jpg',
  'http://[fd00::1]/cat.jpg',
  'http://[2002:7f00:1::]/cat.jpg',
  'http://[2001:db8::1]/cat.jpg',
])('%s cannot', (address) => {
  expect(isPublicAddress(new URL(address))).toBe(false);
});
