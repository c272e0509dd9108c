import type { BrowserContext, Page } from '@playwright/test';
import { relayEnv } from '../../relay/config.ts';
import { type RunningRelay, startOnWorkerd } from '../../relay/running.ts';
import { extensionIdOf } from './browser.ts';
import { test as base, expect } from './fixtures.ts';
import { openOptions, saveByPopup } from './steps.ts';
import { everythingStored } from './stored.ts';
import { sentenceOf } from './words.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

/** The relay of https://relay.test in workerd, and Options where its address is typed in. */
const test = base.extend<{ relay: RunningRelay; options: Page }>({
  relay: async ({ context, emulator }, use) => {
    const redirect = `https://${await extensionIdOf(context)}.chromiumapp.org/relay`;
    const relay = await startOnWorkerd(relayEnv({ ALLOWED_REDIRECTS: redirect }), {
      answer: (url, init) => emulator.fetch(url, init),
    });
    emulator.host('relay.test', (request) => passTo(relay, request));
    emulator.change({ app: { redirectUris: ['https://relay.test/callback'] } });
    await use(relay);
    await relay.close();
  },
  options: async ({ context }, use) => {
    const options = await openOptions(context);
    await options.getByRole('radio', { name: 'Relay' }).check();
    await options.getByRole('textbox', { name: 'Relay URL' }).fill('https://relay.test');
    await use(options);
  },
});

async function passTo(relay: RunningRelay, { url, method, headers, body }: Request): Promise<Response> {
  const sent = body ? await new Response(body).arrayBuffer() : null;
  const answer = await relay.fetch(url, { method, headers, body: sent });
  const passed = new Headers(answer.headers);
  // The body comes unpacked out of Node's fetch.
  for (const name of ['content-encoding', 'content-length']) passed.delete(name);
  const bytes = await answer.arrayBuffer();
  return new Response(bytes.byteLength > 0 ? bytes : null, { status: answer.status, headers: passed });
}

/** Presses *Connect* and gives the window once the relay has sent it on to Pinterest. */
async function askForConsent(context: BrowserContext, options: Page): Promise<Page> {
  const opened = context.waitForEvent('page');
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  const window = await opened;
  await window.waitForURL(/www\.pinterest\.com\/oauth/);
  return window;
}

test('through a relay a person connects, saves, stays connected beyond the token, and disconnects', async ({
  context,
  emulator,
  relay,
  options,
  popupOver,
}) => {
  // Workerd and two popups beside the browser.
  test.slow();
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await expect(options.getByText(sentenceOf('options.relayTrust'))).toBeVisible();
  await (await askForConsent(context, options)).getByRole('button', { name: 'Give access' }).click();
  await expect(options.getByText('maya_cooks')).toBeVisible();

  const page = await context.newPage();
  await page.goto(recipe);
  const popup = await popupOver(page);
  await saveByPopup(popup, 'Recipes');
  await popup.close();

  emulator.tokens('expire');
  emulator.log.clear();
  const again = await context.newPage();
  await again.goto('https://kitchen.test/recipes/lemon-tart');
  await saveByPopup(await popupOver(again), 'Recipes');
  expect(emulator.state().pins).toHaveLength(2);
  const renewals = emulator.log.find('POST', '/token');
  expect(renewals.map(({ status, body }) => ({ status, body }))).toMatchObject([
    { status: 200, body: { grant_type: 'refresh_token' } },
  ]);
  expect(renewals[0]?.headers['dpop']).toMatch(/^eyJ/);
  expect(emulator.log.find('POST', '/v5/oauth/token')).toHaveLength(1);

  const stored = JSON.stringify(await everythingStored(context));
  expect(stored).not.toContain('pinr_');
  expect(stored).not.toContain(relay.env['PINTEREST_APP_SECRET']);
  expect(relay.output()).not.toMatch(/pin[acr]_/);

  await options.bringToFront();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
  expect(JSON.stringify(await everythingStored(context))).not.toMatch(/pin[ar]_/);
});

test('a person who denies access at a relay is told so, and nothing is stored', async ({ context, relay, options }) => {
  expect(relay.issuer).toBe('https://relay.test');
  await (await askForConsent(context, options)).getByRole('button', { name: 'Deny' }).click();
  await expect(options.getByRole('alert')).toHaveText(sentenceOf('error.signInDenied'));
  expect(JSON.stringify(await everythingStored(context))).not.toMatch(/pin[ar]_/);
});

test('an address without a relay is refused in words', async ({ options }) => {
  await options.getByRole('textbox', { name: 'Relay URL' }).fill('https://kitchen.test');
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await expect(options.getByRole('alert')).toHaveText(sentenceOf('error.relayUnusable'));
});
