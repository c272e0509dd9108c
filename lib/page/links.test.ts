import { describe, expect, it, test } from 'vitest';
import { cleanLink, isSameSite, isTellable, itemLink, pageLink } from './links.ts';

describe('cleanLink', () => {
  test.each([
    ['https://a.test/p?utm_source=x&id=7&fbclid=1&gclid=2&mc_eid=3', 'https://a.test/p?id=7'],
    ['https://a.test/p?epik=dj0y&srsltid=abc', 'https://a.test/p'],
    ['https://user:secret@a.test/p', 'https://a.test/p'],
    ['https://a.test/p?token=1&code=2&session=3&sid=4&auth=5&key=6&sig=7&password=8&q=9', 'https://a.test/p?q=9'],
    [
      'https://a.test/p?access_token=1&api_key=2&PHPSESSID=3&reset_password=4&keyword=tea',
      'https://a.test/p?keyword=tea',
    ],
    ['https://a.test/p#step-3', 'https://a.test/p'],
    ['https://a.test/#/recipes/7', 'https://a.test/#/recipes/7'],
    ['https://a.test/#!/recipes/7', 'https://a.test/#!/recipes/7'],
    ['https://a.test/p?monkey=1&design=2&zipcode=3', 'https://a.test/p?monkey=1&design=2&zipcode=3'],
  ])('makes %s to %s', (url, clean) => {
    expect(cleanLink(url)).toBe(clean);
  });

  test.each([
    'http://localhost:3000/p',
    'http://router/p',
    'http://nas.local/p',
    'http://wiki.corp/p',
    'http://10.0.0.1/p',
    'http://127.0.0.1/p',
    'http://192.168.1.1/p',
    'http://172.20.0.1/p',
    'http://169.254.0.1/p',
    'http://100.64.0.1/p',
    'http://[::1]/p',
    'http://[fd00::1]/p',
    'http://0x7f.1/p',
    'https://mail.google.com/mail/u/0/#inbox',
    'https://outlook.live.com/mail/',
    'https://webmail.a.test/p',
    'https://docs.google.com/document/d/1',
    'file:///home/me/a.html',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'not an address',
  ])('gives no link to %s', (url) => {
    expect(cleanLink(url)).toBeUndefined();
  });
});

test.each([
  ['https://a.test/p?q=1', true],
  ['http://a.test/p', true],
  ['https://user:secret@a.test/p', false],
  ['https://user@a.test/p', false],
  ['http://192.168.1.1/p', false],
  ['http://2130706433/p', false],
  ['http://[::ffff:127.0.0.1]/p', false],
  ['http://nas.local./p', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['file:///etc/passwd', false],
  ['chrome://settings', false],
  ['', false],
])('whether others may be told of %s: %s', (url, isIt) => {
  expect(isTellable(url)).toBe(isIt);
});

describe('pageLink', () => {
  const page = { url: 'https://www.a.test/p/7?utm_source=x', canonical: '', openGraph: '', pinUrl: '' };

  it('takes the canonical address of the same site', () => {
    expect(pageLink({ ...page, canonical: 'https://a.test/p/7/' })).toBe('https://a.test/p/7/');
  });

  it('keeps the page when the canonical address is of another site or the front page', () => {
    expect(pageLink({ ...page, canonical: 'https://b.test/p/7' })).toBe('https://www.a.test/p/7');
    expect(pageLink({ ...page, canonical: 'https://a.test/' })).toBe('https://www.a.test/p/7');
  });

  it('lets what the page says to pin decide, then canonical, then Open Graph', () => {
    const all = { ...page, canonical: '/c', openGraph: '/o', pinUrl: '/pin' };
    expect(pageLink(all)).toBe('https://www.a.test/pin');
    expect(pageLink({ ...all, pinUrl: '' })).toBe('https://www.a.test/c');
    expect(pageLink({ ...all, pinUrl: '', canonical: '' })).toBe('https://www.a.test/o');
  });

  it('gives none on private pages, whatever they say', () => {
    expect(pageLink({ ...page, url: 'http://192.168.0.1/', canonical: 'https://a.test/p' })).toBeUndefined();
  });
});

describe('itemLink', () => {
  const page = 'https://a.test/list?page=2';
  test.each([
    ['https://a.test/item/1?utm_medium=grid', 'https://a.test/item/1'],
    ['https://shop.a.test/item/1', 'https://shop.a.test/item/1'],
    ['https://b.test/item/1', undefined],
    ['https://a.test/big.jpg', undefined],
    ['https://a.test/list?page=2#top', undefined],
    ['https://a.test/', undefined],
    ['https://a.test/login?next=1', undefined],
    [undefined, undefined],
  ])('gives for %s %s', (href, link) => {
    expect(itemLink(href, page)).toBe(link);
  });
});

test('sites of two-part public suffixes are told apart', () => {
  expect(isSameSite('https://a.co.uk/', 'https://b.co.uk/')).toBe(false);
  expect(isSameSite('https://shop.a.co.uk/', 'https://www.a.co.uk/')).toBe(true);
  expect(isSameSite('https://1.2.3.4/', 'https://5.6.3.4/')).toBe(false);
});
