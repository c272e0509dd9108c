import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { expect, test } from './fixtures.ts';
import { runAsContentScript } from './in-page.ts';
import { chooseInImageMenu, fillCredentials, grantActiveTab, saveByPopup } from './steps.ts';
import { toastOn } from './toast.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

/** Everything that only Pinterest and the worker may know, as it went over the wire. */
function secretsOf(emulator: Emulator): string[] {
  const { id, secret } = emulator.settings().app;
  const exchanges = emulator.log.find('POST', '/v5/oauth/token');
  const wire = exchanges.flatMap(({ body, responseBody }) => [body, responseBody]) as Record<string, unknown>[];
  const names = ['access_token', 'refresh_token', 'code', 'code_verifier'];
  const values = wire.flatMap((part) =>
    names.flatMap((name) => (typeof part?.[name] === 'string' ? [part[name]] : [])),
  );
  return [secret, Buffer.from(`${id}:${secret}`).toString('base64'), ...values];
}

function expectNoSecret(where: string, text: string, secrets: string[]): void {
  for (const secret of secrets) expect(text.includes(secret), `${where} holds ${secret.slice(0, 8)}…`).toBe(false);
}

test('a content script finds no token and no secret in any storage that it can read', async ({
  context,
  emulator,
  connect,
  popupOver,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await connect();
  const page = await context.newPage();
  await page.goto(recipe);
  await saveByPopup(await popupOver(page), 'Recipes');
  await grantActiveTab(context, page);
  const read = await runAsContentScript(
    context,
    page,
    async () => {
      const found: Record<string, unknown> = {};
      const { storage } = (
        globalThis as unknown as { chrome: { storage: Record<string, { get(all: null): unknown }> } }
      ).chrome;
      for (const area of ['local', 'session', 'sync', 'managed']) {
        found[area] = await Promise.resolve(storage[area]?.get(null)).catch(
          (error: Error) => `refused: ${error.message}`,
        );
      }
      const settled = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await settled(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          found[`${name}/${store}`] = await settled(database.transaction(store).objectStore(store).getAll());
        }
      }
      // Opening what the worker keeps gives the page's own, empty database, never the worker's.
      for (const name of ['account', 'outbox']) {
        found[`opened ${name}`] = [...(await settled(indexedDB.open(name))).objectStoreNames];
      }
      return Object.assign(found, {
        cookies: document.cookie,
        localStorage: { ...localStorage },
        sessionStorage: { ...sessionStorage },
        caches: await caches.keys(),
      });
    },
    null,
  );
  expect(read['local'], 'the script did read').toMatchObject({ environment: 'production' });
  expect(read['session']).toMatch(/^refused/);
  expect(read['opened account']).toEqual([]);
  const secrets = secretsOf(emulator);
  expect(secrets.length).toBeGreaterThanOrEqual(6);
  expectNoSecret('what a content script reads', JSON.stringify(read), secrets);
});

/** Records every message that a page of ours is sent, and every answer it gets. */
async function tapPages(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { chrome } = globalThis as unknown as {
      chrome?: {
        runtime?: {
          sendMessage(message: unknown): Promise<unknown>;
          onMessage: { addListener(hear: (message: unknown) => void): void };
        };
      };
    };
    const runtime = chrome?.runtime;
    if (location.protocol !== 'chrome-extension:' || !runtime) return;
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = async (message) => {
      const answer = await send(message);
      heard.push({ answer });
      return answer;
    };
    runtime.onMessage.addListener((message) => void heard.push({ message }));
  });
}

const heardBy = (page: Page) =>
  page.evaluate(() => JSON.stringify((globalThis as unknown as { heard: unknown[] }).heard));

test('no message to a page or to a content script carries a token or a secret', async ({
  context,
  emulator,
  popupOver,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  await tapPages(context);
  const options = await fillCredentials(context, emulator);
  const consent = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await (await consent).getByRole('button', { name: 'Give access' }).click();
  await expect(options.getByText('maya_cooks')).toBeVisible();

  const page = await context.newPage();
  await page.goto(recipe);
  const popup = await popupOver(page);
  await saveByPopup(popup, 'Recipes');
  const heardByPopup = await heardBy(popup);
  await popup.close();

  await grantActiveTab(context, page);
  await runAsContentScript(
    context,
    page,
    async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { onMessage: { addListener(hear: (message: unknown) => void): void } } };
      };
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      chrome.runtime.onMessage.addListener((message) => void heard.push(message));
    },
    null,
  );
  const [board] = emulator.state().boards;
  // Another picture than the popup's: that one is on the board already, so Tack would ask first.
  const src = await page.locator('#linked').evaluate((image: HTMLImageElement) => image.currentSrc);
  await chooseInImageMenu(context, page, src, `image-to:${board?.id}`);
  await expect.poll(async () => (await toastOn(page)).text).toContain('Saved to Recipes');
  const heardByContent = await runAsContentScript(
    context,
    page,
    async () => JSON.stringify((globalThis as unknown as { heard: unknown[] }).heard),
    null,
  );

  const secrets = secretsOf(emulator);
  const heardByOptions = await heardBy(options);
  expect(heardByOptions, 'Options heard the answer').toContain('maya_cooks');
  expect(heardByPopup, 'the popup heard of the save').toContain('saved');
  expect(heardByContent, 'the toast heard of the save').toContain('saved');
  expectNoSecret('a message to Options', heardByOptions, secrets);
  expectNoSecret('a message to the popup', heardByPopup, secrets);
  expectNoSecret('a message to the content script', heardByContent, secrets);
});
