import { describe, expect, it } from 'vitest';
import { newKey, REDIRECTS, relayEnv } from '../tests/relay/config.ts';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('takes lists separated by commas, spaces or lines, newest key first', () => {
    const [newest, older] = [newKey(), newKey()];
    const config = readConfig(
      relayEnv({ SEALING_KEYS: `${newest},${older}`, ALLOWED_REDIRECTS: REDIRECTS.join('\n') }),
    );
    expect(config.SEALING_KEYS).toEqual([newest, older]);
    expect(config.ALLOWED_REDIRECTS).toEqual(REDIRECTS);
  });

  it.each([
    ['ISSUER', 'https://relay.test/'],
    ['ISSUER', 'http://relay.test'],
    ['PINTEREST_APP_ID', ''],
    ['SEALING_KEYS', ''],
    ['SEALING_KEYS', 'short'],
    ['REFRESH_KEYS', 'short'],
    ['ALLOWED_REDIRECTS', ''],
    ['ALLOWED_REDIRECTS', 'http://x.chromiumapp.org/relay'],
    ['ALLOWED_REDIRECTS', 'https://x.chromiumapp.org/relay#f'],
    ['ALLOWED_REDIRECTS', 'https://X.chromiumapp.org/relay'],
    ['ALLOWED_REDIRECTS', 'https://u@x.chromiumapp.org/relay'],
    ['ENVIRONMENT', 'test'],
  ])('refuses %s = "%s" by name', (name, value) => {
    expect(() => readConfig(relayEnv({ [name]: value }))).toThrow(name);
  });

  it('refuses a key that would seal both flows and refresh tokens', () => {
    const key = newKey();
    expect(() => readConfig(relayEnv({ SEALING_KEYS: key, REFRESH_KEYS: key }))).toThrow('must not share');
  });

  it('never repeats a value in its complaint', () => {
    const secret = 'not-a-key-but-secret';
    expect(() => readConfig(relayEnv({ SEALING_KEYS: secret }))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });
});
