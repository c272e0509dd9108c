import { randomBytes } from 'node:crypto';
import { type Config, readConfig } from '../../relay/config.ts';
import { nodePrimitives } from '../../relay/primitives.ts';
import { buildRelay, type Relay, type Surroundings } from '../../relay/relay.ts';

export const REDIRECTS = [
  'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/relay',
  'https://0123456789abcdef0123456789abcdef01234567.extensions.allizom.org/relay',
] as const;

export const newKey = (): string => randomBytes(32).toString('base64url');

/** A relay's environment variables, with fresh keys. */
export function relayEnv(changes: Record<string, string> = {}): Record<string, string> {
  return {
    ISSUER: 'https://relay.test',
    PINTEREST_APP_ID: '1500000',
    PINTEREST_APP_SECRET: 's3cr-e_t.Value-0',
    CLIENT_ID: 'tack',
    SEALING_KEYS: newKey(),
    REFRESH_KEYS: newKey(),
    ALLOWED_REDIRECTS: REDIRECTS.join(' '),
    ENVIRONMENT: 'production',
    REQUESTS_PER_MINUTE: '100000',
    ...changes,
  };
}

/** The parts of a relay in this process: to make seals at another time, or with other keys, than the one that runs. */
export function localRelay(env: Record<string, string>, surroundings: Partial<Surroundings> = {}): Promise<Relay> {
  const config: Config = readConfig(env);
  return buildRelay(config, {
    fetch: () => Promise.reject(new Error('no network here')),
    now: Date.now,
    limit: async () => true,
    primitives: nodePrimitives,
    report: () => {},
    ...surroundings,
  });
}
