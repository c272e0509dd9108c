import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { expect, test } from './fixtures.ts';
import { fillCredentials, openOptions } from './steps.ts';
import { everythingStored } from './stored.ts';
import { sentenceOf } from './words.ts';

/** Presses *Connect* and gives the window that asks for consent. */
async function askForConsent(context: BrowserContext, options: Page): Promise<Page> {
  const consent = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  return consent;
}

const redirectOf = (consent: Page) => new URL(consent.url()).searchParams.get('redirect_uri') ?? '';

test('connecting shows the account by its name, and a reload still does', async ({ context, emulator }) => {
  const options = await fillCredentials(context, emulator);
  const consent = await askForConsent(context, options);
  await consent.getByRole('button', { name: 'Give access' }).click();
  await expect(options.getByText('maya_cooks')).toBeVisible();
  await options.reload();
  await expect(options.getByText('maya_cooks')).toBeVisible();
  await expect(options.getByLabel('App secret key')).toHaveCount(0);
  const [asked] = emulator.log.find('GET', '/oauth/');
  expect(asked?.query).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
  expect(asked?.query['state']?.length).toBeGreaterThanOrEqual(16);
});

test('disconnecting leaves neither token nor secret behind', async ({ context, emulator, connect }) => {
  await connect();
  const options = await openOptions(context);
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  const stored = JSON.stringify(await everythingStored(context));
  expect(stored).not.toContain(emulator.settings().app.secret);
  expect(stored).not.toMatch(/pin[ar]_/);
});

/** Every way in which connecting can fail, the sentence for it, and how it comes about. */
const failures: {
  what: string;
  key: string;
  fail: (options: Page, context: BrowserContext) => Promise<void>;
  prepare?: (emulator: Emulator) => void;
}[] = [
  {
    what: 'consent that is denied',
    key: 'error.signInDenied',
    fail: async (options, context) => {
      await (await askForConsent(context, options)).getByRole('button', { name: 'Deny' }).click();
    },
  },
  {
    what: 'a window that is closed',
    key: 'error.signInWindowClosed',
    fail: async (options, context) => (await askForConsent(context, options)).close(),
  },
  {
    what: 'a wrong secret',
    key: 'error.signInWrongSecret',
    fail: async (options, context) => {
      await options.getByLabel('App secret key').fill('wr0ng-s3cret');
      await (await askForConsent(context, options)).getByRole('button', { name: 'Give access' }).click();
    },
  },
  {
    what: 'an answer with another state',
    key: 'error.signInWrongState',
    fail: async (options, context) => {
      const consent = await askForConsent(context, options);
      const forged = `${redirectOf(consent)}?code=forged&state=not-the-one-that-was-sent`;
      await consent.evaluate((url) => location.assign(url), forged);
    },
  },
  {
    what: 'no network for the window',
    key: 'error.signInNoNetwork',
    prepare: (emulator) => emulator.fault({ kind: 'drop', when: 'before-commit', host: '^www', path: '^/oauth/$' }),
    fail: (options) => options.getByRole('button', { name: 'Connect to Pinterest' }).click(),
  },
  {
    what: 'no network for the exchange of the code',
    key: 'error.signInNoNetwork',
    prepare: (emulator) => emulator.fault({ kind: 'drop', when: 'before-commit', path: '/oauth/token' }),
    fail: async (options, context) => {
      await (await askForConsent(context, options)).getByRole('button', { name: 'Give access' }).click();
    },
  },
];

for (const { what, key, fail, prepare } of failures) {
  test(`${what} has its own sentence, and nothing is half-stored`, async ({ context, emulator }) => {
    const options = await fillCredentials(context, emulator);
    const before = await everythingStored(context);
    prepare?.(emulator);
    await fail(options, context);
    await expect(options.getByRole('alert')).toHaveText(sentenceOf(key));
    expect(await everythingStored(context)).toEqual(before);
    await expect(options.getByRole('button', { name: 'Connect to Pinterest' })).toBeEnabled();
  });
}

test('a second window while one is open is refused in words, and the first goes on', async ({ context, emulator }) => {
  const first = await fillCredentials(context, emulator);
  const second = await fillCredentials(context, emulator);
  const consent = await askForConsent(context, first);
  await second.bringToFront();
  await second.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await expect(second.getByRole('alert')).toHaveText(sentenceOf('error.signInWindowBusy'));
  await consent.getByRole('button', { name: 'Give access' }).click();
  await expect(first.getByText('maya_cooks')).toBeVisible();
});

test('each way to fail has a sentence of its own', () => {
  const keys = [...new Set(failures.map(({ key }) => key)), 'error.signInWindowBusy'];
  expect(new Set(keys.map(sentenceOf)).size).toBe(keys.length);
  expect(keys.map(sentenceOf)).not.toContain(sentenceOf('error.unknown'));
});

test('what is missing in the form is said, and nothing is opened', async ({ context }) => {
  const options = await openOptions(context);
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await expect(options.getByRole('alert')).toHaveText(sentenceOf('error.appIdMissing'));
  await options.getByRole('textbox', { name: 'App ID' }).fill('12345');
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await expect(options.getByRole('alert')).toHaveText(sentenceOf('error.appSecretMissing'));
  expect(context.pages().filter((page) => page.url().includes('pinterest.com'))).toEqual([]);
});
