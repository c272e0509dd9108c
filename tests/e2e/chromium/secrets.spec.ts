import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { runAsContentScript } from './in-page.ts';
import { downloaded } from './library.ts';
import { expectNoSecret, secretsOf } from './secrets.ts';
import { chooseBoard, chooseInImageMenu, fillCredentials, grantActiveTab, openOptions, saveByPopup } from './steps.ts';
import { everythingStored } from './stored.ts';
import { toastOn } from './toast.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

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

/** Everything that Tack, in its worker and its pages, writes to the console or throws. */
function listenToLogs(context: BrowserContext): string[] {
  const lines: string[] = [];
  context.on('console', (message) => lines.push(message.text()));
  context.on('weberror', (thrown) => lines.push(String(thrown.error().stack)));
  for (const worker of context.serviceWorkers()) worker.on('console', (message) => lines.push(message.text()));
  return lines;
}

test('a token or secret is in no log, error, address, exported file, storage or picture but where it belongs', async ({
  context,
  emulator,
  extensionId,
  popupOver,
}) => {
  emulator.seed({ boards: [{ name: 'Recipes' }] });
  const logs = listenToLogs(context);
  const options = await fillCredentials(context, emulator);
  const { secret } = emulator.settings().app;
  // A picture of Options shows dots.
  expect(await options.getByLabel('App secret key').getAttribute('type')).toBe('password');
  expect(await options.locator('body').innerText()).not.toContain(secret);
  const consent = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  await (await consent).getByRole('button', { name: 'Give access' }).click();
  await expect(options.getByText('maya_cooks')).toBeVisible();

  const page = await context.newPage();
  await page.goto(recipe);
  await saveByPopup(await popupOver(page), 'Recipes');
  // The token runs out; it cannot be renewed at first, and what is saved then fails in every way that has words.
  emulator.tokens('expire');
  emulator.fault({ kind: 'error', status: 500, code: 0, message: 'planted', path: '/oauth/token', times: 2 });
  emulator.fault({ kind: 'error', status: 400, code: 1, message: 'planted', method: 'POST', path: '/pins$', times: 1 });
  await page.goto('https://kitchen.test/recipes/lemon-tart');
  const popup = await popupOver(page);
  await chooseBoard(popup, 'Recipes');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('status').getByText('Not saved').first()).toBeVisible();
  const said = await popup.content();

  const files = [await downloaded(options, 'Export settings')];
  const library = await context.newPage();
  await library.goto(`chrome-extension://${extensionId}/library.html#history`);
  for (const button of ['CSV', 'JSON']) files.push(await downloaded(library, button));
  expect(files[2], 'the history was exported').toContain('Recipes');

  const secrets = secretsOf(emulator);
  expect(secrets.length).toBeGreaterThanOrEqual(8);
  const { databases, ...areas } = await everythingStored(context);
  const { account, ...others } = databases as Record<string, unknown>;
  expect(JSON.stringify(account), 'the one place for it').toContain(secret);
  expectNoSecret('browser storage', JSON.stringify(areas), secrets);
  expectNoSecret('a database', JSON.stringify(others), secrets);
  expectNoSecret('the popup', said, secrets);
  expectNoSecret('the library', await library.content(), secrets);
  expectNoSecret('an exported file', files.join(), secrets);
  expectNoSecret('a log', logs.join('\n'), secrets);
  for (const face of [options, await openOptions(context)]) {
    const typed = await face.locator('input').evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value));
    expectNoSecret('Options', `${await face.content()} ${typed}`, secrets);
  }
  for (const { method, host, path, query, headers, body } of emulator.log.entries) {
    const { authorization, cookie, ...plain } = headers;
    expectNoSecret(`the address of ${method} ${path}`, `${path} ${JSON.stringify(query)}`, secrets);
    expectNoSecret(`a header of ${method} ${path}`, JSON.stringify(plain), secrets);
    if (host.startsWith('api.')) continue;
    expectNoSecret(`what ${host} is sent`, `${authorization} ${cookie} ${JSON.stringify(body)}`, secrets);
  }
  for (const opened of context.pages()) expectNoSecret('an address', opened.url(), secrets);
});
