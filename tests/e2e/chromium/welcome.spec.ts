import { expectAccessible, expectAccessibleInLightAndDark } from './axe.ts';
import { extensionIdOf, launch, welcomeOf } from './browser.ts';
import { expect, test } from './fixtures.ts';

test('a new installation welcomes the person, once', async ({ emulator }) => {
  const context = await launch({ tlsPort: emulator.tlsPort, keepsWelcome: true });
  const welcome = await welcomeOf(context);
  await expect(welcome.getByRole('heading', { level: 1, name: 'Welcome to Tack' })).toBeVisible();
  await expect(welcome.getByRole('list', { name: 'Three ways to save' }).getByRole('listitem')).toHaveCount(3);
  await expect(welcome.getByText('Alt+Shift+S')).toBeVisible();
  expect(context.pages().filter((page) => page.url() === welcome.url())).toHaveLength(1);
  await context.close();
});

test.describe('the page', () => {
  test.beforeEach(async ({ page, extensionId }) => {
    await page.goto(`chrome-extension://${extensionId}/welcome.html`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  test('lets a right-click be practised, and undone, with nothing sent', async ({ page, emulator }) => {
    const sentBefore = emulator.log.entries.length;
    await page.getByRole('img', { name: 'Drawing' }).click({ button: 'right' });
    const item = page.getByRole('menuitem', { name: 'Practice' });
    await expect(item).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(item).toBeHidden();
    await page.getByRole('img', { name: 'Drawing' }).click({ button: 'right' });
    await item.click();
    await expect(page.getByText('Saved to Practice')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Undone.')).toBeVisible();
    expect(emulator.log.entries).toHaveLength(sentBefore);
  });

  test('fits one screen, and axe finds nothing wrong, light and dark', async ({ page }) => {
    await expectAccessibleInLightAndDark(page);
    await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'welcome.aria.yml' });
  });

  test('asks for all sites in the click itself, and says when the answer is no', async ({ page }) => {
    await page.evaluate(() => {
      // The browser's own question cannot be answered without a display: this stands for a person who says no.
      const { permissions } = (globalThis as unknown as { chrome: { permissions: { request: unknown } } }).chrome;
      permissions.request = (wanted: unknown) => {
        document.title = `${navigator.userActivation.isActive} ${JSON.stringify(wanted)}`;
        return Promise.resolve(false);
      };
    });
    await page.getByRole('button', { name: 'Turn on for all sites' }).click();
    await expect(page.getByText('It stays off.')).toBeVisible();
    expect(await page.title()).toBe('true {"origins":["https://*/*","http://*/*"]}');
  });
});

test('leads to Options', async ({ context, page }) => {
  await page.goto(`chrome-extension://${await extensionIdOf(context)}/welcome.html`);
  const options = context.waitForEvent('page', (other) => other.url().includes('/options.html'));
  await page.getByRole('button', { name: 'Connect in Options' }).click();
  await (await options).getByRole('heading', { name: 'Tack options' }).waitFor();
});
