import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { everySite } from '../../../lib/browser/site-patterns.ts';
import { launchWithAccess } from './access.ts';
import { expectAccessible, expectAccessibleInLightAndDark } from './axe.ts';
import { extensionIdOf, openPopup } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { fillCredentials } from './steps.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';
const boards = [{ name: 'Recipes', sections: ['Cakes'] }, { name: 'Garden' }, { name: 'Attic' }];

async function openOptions(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/options.html`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** A named value of browser storage, read in one of our own pages. */
function stored(page: Page, area: 'local' | 'sync', key: string): Promise<unknown> {
  return page.evaluate(
    async ([area = '', key = '']) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: Record<string, { get(key: string): Promise<Record<string, unknown>> }> };
      };
      return (await chrome.storage[area]?.get(key))?.[key];
    },
    [area, key],
  );
}

test.describe('not connected', () => {
  test('axe finds nothing wrong, light and dark, and every part has its heading', async ({ context }) => {
    const options = await openOptions(context);
    await expectAccessibleInLightAndDark(options);
    await options.getByText('What Tack keeps, and where').click();
    await options.getByText('Paste the address instead').click();
    await expectAccessible(options);
    await expect(options.getByRole('main')).toMatchAriaSnapshot({ name: 'options.aria.yml' });
  });

  test('colours are chosen for all pages of Tack at once', async ({ context, extensionId }) => {
    const options = await openOptions(context);
    const welcome = await context.newPage();
    await welcome.goto(`chrome-extension://${extensionId}/welcome.html`);
    await options.getByRole('radio', { name: 'Dark' }).check();
    for (const page of [options, welcome]) await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await options.getByRole('radio', { name: 'As the system' }).check();
    await expect(welcome.locator('html')).not.toHaveAttribute('data-theme');
  });

  test('settings go out to a file, and come back from it', async ({ context }) => {
    const options = await openOptions(context);
    await options.getByRole('radio', { name: 'A to Z' }).check();
    await options.getByRole('textbox', { name: 'Title of new pins' }).fill('{title} from {site}');
    const downloading = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export settings' }).click();
    const file = await (await downloading).path();
    expect(JSON.parse(await readFile(file, 'utf8')).settings).toMatchObject({ boardOrder: 'name' });
    await options.getByRole('radio', { name: 'Last used first' }).check();
    await options.getByLabel('Import settings').setInputFiles(file);
    await expect(options.getByText('The settings are imported.')).toBeVisible();
    await expect(options.getByRole('radio', { name: 'A to Z' })).toBeChecked();
    const junk = { name: 'junk.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
    await options.getByLabel('Import settings').setInputFiles(junk);
    await expect(options.getByText('This file holds no settings of Tack.')).toBeVisible();
    await expect(options.getByRole('radio', { name: 'A to Z' })).toBeChecked();
  });

  test('a sign-in by pasting connects, and refuses an address that is not its own', async ({ context, emulator }) => {
    const options = await fillCredentials(context, emulator);
    await options.getByText('Paste the address instead').click();
    const redirect = await options.getByRole('textbox', { name: 'Redirect URI for pasting' }).inputValue();
    emulator.change({ app: { redirectUris: [redirect] } });
    const opened = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
    await options.getByRole('button', { name: "Open Pinterest's page" }).click();
    const consent = await opened;
    await consent.getByRole('button', { name: 'Give access' }).waitFor();
    const failed = consent.waitForRequest((request) => request.url().startsWith(redirect));
    await consent.getByRole('button', { name: 'Give access' }).click();
    const address = (await failed).url();
    await options.getByRole('textbox', { name: 'Address of the page' }).fill(address.replace('state=', 'state=x'));
    await options.getByRole('button', { name: 'Finish connecting' }).click();
    await expect(options.getByRole('alert')).not.toBeEmpty();
    await options.getByRole('textbox', { name: 'Address of the page' }).fill(address);
    await options.getByRole('button', { name: 'Finish connecting' }).click();
    await expect(options.getByRole('button', { name: 'Disconnect' })).toBeVisible();
  });
});

test.describe('connected', () => {
  test.beforeEach(async ({ emulator, connect }) => {
    emulator.seed({ boards });
    await connect();
  });

  test('axe finds nothing wrong', async ({ context }) => {
    const options = await openOptions(context);
    await options.getByRole('combobox', { name: 'Board to start with' }).waitFor();
    await expectAccessibleInLightAndDark(options);
  });

  test('saves start with the board of their site, and carry the templates and hashtags', async ({
    context,
    emulator,
  }) => {
    const options = await openOptions(context);
    await options.getByRole('textbox', { name: 'Title of new pins' }).fill('{title} · {site}');
    await options.getByRole('combobox', { name: 'Board to start with' }).selectOption('Attic');
    await options.getByRole('textbox', { name: 'Site', exact: true }).fill('https://kitchen.test/recipes');
    await options.getByRole('combobox', { name: 'Its board' }).selectOption('Recipes');
    await options.getByRole('button', { name: 'Add', exact: true }).first().click();
    await expect(options.getByRole('list', { name: 'Boards by site' })).toContainText('kitchen.test');
    await options.getByRole('combobox', { name: 'Board', exact: true }).selectOption('Recipes');
    await options.getByRole('textbox', { name: 'Hashtags' }).fill('#cake #baking');
    await options.getByRole('button', { name: 'Add', exact: true }).last().click();
    await expect(options.getByRole('list', { name: 'Hashtags by board' })).toContainText('#cake #baking');
    await expectAccessible(options);
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await openPopup(context, page);
    await expect(popup.getByRole('combobox', { name: 'Board' })).toHaveValue('Recipes');
    await expect(popup.getByRole('textbox', { name: 'Title' })).toHaveValue(/Plum.* · .*/);
    await popup.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(popup.getByText('Saved to Recipes').first()).toBeVisible();
    const [pin] = emulator.state().pins;
    expect(pin?.description).toMatch(/ #cake #baking$/);
  });

  test('favourites are kept, offered first, and taken out again', async ({ context }) => {
    const options = await openOptions(context);
    await options.getByRole('combobox', { name: 'Add a favourite board' }).selectOption('Garden');
    const favourites = options.getByRole('list', { name: 'Favourite boards' });
    await expect(favourites).toContainText('Garden');
    const page = await context.newPage();
    await page.goto(recipe);
    const popup = await openPopup(context, page);
    await popup.getByRole('combobox', { name: 'Board' }).click();
    await expect(popup.getByRole('listbox', { name: 'Boards' }).getByRole('option').first()).toContainText('Garden');
    await popup.close();
    await favourites.getByRole('button', { name: 'Remove Garden' }).click();
    await expect(favourites).toBeHidden();
  });

  test('the check makes one pin on the chosen board, deletes it, and says so', async ({ context, emulator }) => {
    const options = await openOptions(context);
    const check = options.getByRole('button', { name: 'Check that saving works' });
    await expect(check).toHaveAttribute('aria-disabled', 'true');
    await options.getByRole('combobox', { name: 'Board to try' }).selectOption('Garden');
    await check.click();
    await expect(options.getByText('It works. A pin was made on Garden and deleted.')).toBeVisible();
    expect(emulator.state().pins).toEqual([]);
    const asked = emulator.log.entries.filter(({ path, method }) => path.startsWith('/v5/pins') && method !== 'GET');
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  test('secret boards take a new sign-in with more scopes', async ({ context }) => {
    const options = await openOptions(context);
    const consent = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
    await options.getByRole('switch', { name: 'Show and save to secret boards' }).click();
    const window = await consent;
    expect(new URL(window.url()).searchParams.get('scope')).toContain('boards:read_secret');
    await window.getByRole('button', { name: 'Give access' }).click();
    await expect(options.getByRole('switch', { name: 'Show and save to secret boards' })).toBeChecked();
    await expect.poll(() => stored(options, 'sync', 'settings')).toMatchObject({ secretBoards: true });
  });

  test('deleting everything asks first, and leaves nothing behind', async ({ context }) => {
    const options = await openOptions(context);
    await options.getByRole('radio', { name: 'Dark' }).check();
    await options.getByRole('combobox', { name: 'Board to start with' }).selectOption('Attic');
    await expect.poll(() => stored(options, 'local', 'places')).toBeTruthy();
    await options.getByRole('button', { name: 'Delete everything' }).click();
    await options.getByRole('button', { name: 'Cancel' }).click();
    await expect(options.getByRole('button', { name: 'Disconnect' })).toBeVisible();
    await options.getByRole('button', { name: 'Delete everything' }).click();
    await options.getByRole('button', { name: 'Delete it all' }).click();
    await expect(options.getByText('Everything is deleted. Tack is as new.')).toBeVisible();
    await expect(options.getByRole('button', { name: 'Connect to Pinterest' })).toBeVisible();
    await expect(options.locator('html')).not.toHaveAttribute('data-theme');
    for (const key of ['places', 'chosenBoards', 'hoverSites'])
      expect(await stored(options, 'local', key)).toBe(undefined);
    expect(await stored(options, 'sync', 'settings')).toBe(undefined);
  });
});

test.describe("the hover button's sites", () => {
  test('are added, listed and removed, and the browser keeps the same list', async ({ emulator }) => {
    emulator.reset();
    const { context, close } = await launchWithAccess(emulator.tlsPort, everySite);
    const options = await openOptions(context);
    const patterns = () =>
      options.evaluate(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> } };
        };
        return (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches).toSorted();
      });
    await options.getByRole('textbox', { name: 'Add a site' }).fill('https://www.kitchen.test/gallery');
    await options.getByRole('button', { name: 'Turn on for this site' }).click();
    await expect(options.getByRole('list', { name: 'Sites with the button' })).toContainText('kitchen.test');
    await expect.poll(patterns).toEqual(['http://*.kitchen.test/*', 'https://*.kitchen.test/*']);
    await options.getByRole('button', { name: 'Remove kitchen.test' }).click();
    await expect(options.getByRole('list', { name: 'Sites with the button' })).toBeHidden();
    await expect.poll(patterns).toEqual([]);
    await options.getByRole('button', { name: 'Turn on for all sites' }).click();
    await expect(options.getByText('It is on for all sites.')).toBeVisible();
    await expect.poll(patterns).toEqual(['http://*/*', 'https://*/*']);
    await options.getByRole('button', { name: 'Turn off for all sites' }).click();
    await expect.poll(patterns).toEqual([]);
    await options.getByRole('textbox', { name: 'Add a site' }).fill('not a site');
    await options.getByRole('button', { name: 'Turn on for this site' }).click();
    await expect(options.getByText('“not a site” is not a site.')).toBeVisible();
    await close();
  });
});
