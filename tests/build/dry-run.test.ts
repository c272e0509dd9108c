import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/start.ts';

const asked = () => emulator.log.entries.map(({ method, host, path }) => `${method} ${host}${path}`);
/** Each store is one more start of the tool. */
const timeout = 120_000;
let emulator: Emulator;
/** What the stores answer to whoever shows credentials. */
let status = 200;

beforeAll(async () => {
  emulator = await startEmulator();
  const answer = (value: object) => () => Response.json(value, { status });
  emulator.host('oauth2.googleapis.com', answer({ access_token: 'made-up', expires_in: 3600, token_type: 'Bearer' }));
  emulator.host('chromewebstore.googleapis.com', answer({ itemId: 'made-up' }));
  emulator.host('addons.mozilla.org', answer({ id: 1, guid: 'tack@tack.example' }));
});
beforeEach(() => {
  status = 200;
  emulator.log.clear();
});
afterAll(() => emulator.close());

/** Credentials in the shape that the stores give out. */
const credentials = {
  CHROME_EXTENSION_ID: 'abcdefghijklmnopabcdefghijklmnop',
  CHROME_PUBLISHER_ID: 'made-up-publisher',
  CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL: 'tack@made-up.iam.gserviceaccount.com',
  CHROME_SERVICE_ACCOUNT_PRIVATE_KEY: generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey,
  FIREFOX_JWT_ISSUER: 'user:1:2',
  FIREFOX_JWT_SECRET: 'made-up-secret',
};

/** Runs the dry run with all of the network leading to the stand-ins for the stores. */
function dryRun(given: Record<string, string>): Promise<{ code: number; output: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_USE_ENV_PROXY: '1',
    HTTPS_PROXY: `http://127.0.0.1:${emulator.httpPort}`,
    // The stand-ins' certificate is nobody's.
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    ...given,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/dry-run.ts'], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

test('a dry run asks the stores for the credentials and the item, and sends them nothing', { timeout }, async () => {
  const { code, output } = await dryRun(credentials);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('DRY RUN') });
  const { CHROME_PUBLISHER_ID: publisher, CHROME_EXTENSION_ID: item } = credentials;
  expect(asked()).toEqual([
    'POST oauth2.googleapis.com/token',
    `GET chromewebstore.googleapis.com/v2/publishers/${publisher}/items/${item}:fetchStatus`,
    'GET addons.mozilla.org/api/v5/addons/addon/tack@tack.example',
  ]);
  expect(output).toContain('Edge Add-ons (which a dry run asks nothing): NOT CHECKED');
});

test('credentials that a store refuses fail it', { timeout }, async () => {
  status = 401;
  const { FIREFOX_JWT_ISSUER, FIREFOX_JWT_SECRET } = credentials;
  expect((await dryRun({ FIREFOX_JWT_ISSUER, FIREFOX_JWT_SECRET })).code).toBe(1);
  expect(asked()).toHaveLength(1);
});

test('without credentials it says that nothing was checked, and asks nobody', { timeout }, async () => {
  const { code, output } = await dryRun({});
  expect(code).toBe(0);
  expect(output.match(/NOT CHECKED/g)).toHaveLength(3);
  expect(asked()).toEqual([]);
});
