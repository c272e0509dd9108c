// node scripts/dry-run.ts: `wxt submit --dry-run` for every store whose credentials are in the environment or in
// .env.submit. The stores are asked whether they know the credentials and the item; nothing is sent to them.
import { existsSync, readFileSync } from 'node:fs';
import { step } from './steps.ts';

const packages = '.output/packages';
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const packed = (name: string) => `${packages}/tack-${version}-${name}.zip`;
if (!existsSync(packed('sources'))) {
  console.error(`There is no ${packed('sources')}: run npm run zip first.`);
  process.exit(1);
}
if (existsSync('.env.submit')) process.loadEnvFile('.env.submit');

const { browser_specific_settings: firefox } = JSON.parse(
  readFileSync(`${packages}/firefox-mv3/manifest.json`, 'utf8'),
);

const stores = [
  {
    name: 'Chrome Web Store',
    credentials: ['CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL', 'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY'],
    // Its first API was shut down in October 2026, and is still what the tool takes when it is not told.
    args: ['--chrome-api-version', 'v2', '--chrome-zip', packed('chrome')],
  },
  {
    name: 'addons.mozilla.org',
    credentials: ['FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
    args: [
      ...['--firefox-extension-id', firefox.gecko.id],
      ...['--firefox-zip', packed('firefox'), '--firefox-sources-zip', packed('sources')],
    ],
  },
  {
    name: 'Edge Add-ons (which a dry run asks nothing)',
    credentials: ['EDGE_CLIENT_ID', 'EDGE_API_KEY'],
    args: ['--edge-zip', packed('chrome')],
  },
];

const failed = stores.filter(({ name, credentials, args }) => {
  if (credentials.every((credential) => process.env[credential])) {
    return step(name, [process.execPath, 'node_modules/wxt/bin/wxt.mjs', 'submit', '--dry-run', ...args]).failed > 0;
  }
  console.log(`\n▸ ${name}: NOT CHECKED, there is no ${credentials.join(' and ')}`);
  return false;
});
process.exit(failed.length > 0 ? 1 : 0);
