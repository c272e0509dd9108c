import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { chooseInImageMenu, openOptions } from './steps.ts';
import { toastOn } from './toast.ts';

// A page, an account or Pinterest may say anything; it is text wherever Tack shows it.
const markup = '<img src=x onerror="document.title=`owned`"><b>bold</b>';
const escaped = markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const site = 'https://kitchen.test';

/** What stands on a page of ours: its words, and whether any of the markup came alive. */
async function expectOnlyText(page: Page): Promise<void> {
  const alive = await page.evaluate(() => ({
    bold: [...document.querySelectorAll('b')].filter((b) => b.textContent === 'bold').length,
    planted: document.querySelectorAll('img[src="x"], [onerror]').length,
    title: document.title,
  }));
  expect(alive).toEqual({ bold: 0, planted: 0, title: expect.not.stringContaining('owned') });
}

test.beforeEach(async ({ context, emulator, connect }) => {
  emulator.seed({ boards: [{ name: markup, sections: [markup] }, { name: 'Garden' }] });
  await connect();
  await context.route(`${site}/planted*`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>${escaped}</title><meta property="og:site_name" content="${escaped}"><h1>${escaped}</h1>
        <figure><img src="/numbered/${new URL(route.request().url()).search.slice(1)}-600x800.jpg" alt="${escaped}">
        <figcaption>${escaped}</figcaption></figure>`,
    }),
  );
});

test('markup in titles, alt texts, board names and refusals is text, in the popup and in the toast', async ({
  context,
  emulator,
  popupOver,
}) => {
  const page = await context.newPage();
  await page.goto(`${site}/planted?1`);
  const popup = await popupOver(page);
  // Of a page's words only those are kept that a person would read.
  await expect(popup.getByRole('option', { name: 'bold, 600 × 800' })).toBeVisible();
  await expect(popup.getByRole('textbox', { name: 'Title' })).toHaveValue('bold');
  const box = popup.getByRole('combobox', { name: 'Board' });
  await box.fill('<img');
  const boards = popup.getByRole('listbox', { name: 'Boards' });
  await expect(boards.getByRole('option').first()).toContainText(markup);
  await expectOnlyText(popup);

  await box.press('ArrowRight');
  await expect(boards.getByRole('option', { name: `${markup} › ${markup}` })).toBeVisible();
  await expectOnlyText(popup);
  await box.press('Enter');
  // A name that the person types themselves stands in a sentence of the locale.
  await box.fill(`${markup} of mine`);
  await expect(boards.getByRole('option', { name: `Create “${markup} of mine”` })).toBeVisible();
  await expectOnlyText(popup);
  await box.fill('<img');
  await box.press('Enter');

  emulator.fault({
    kind: 'error',
    status: 400,
    code: 1,
    message: markup,
    method: 'POST',
    path: '/pins$',
    times: 1,
  });
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('status').getByText('Not saved').first()).toBeVisible();
  await expectOnlyText(popup);
  await popup.getByRole('button', { name: 'Try again' }).click();
  await expect(popup.getByRole('status').getByText(`Saved to ${markup}`)).toBeVisible();
  await expectOnlyText(popup);
  await popup.close();

  const board = emulator.state().boards.find(({ name }) => name === markup);
  const other = await context.newPage();
  await other.goto(`${site}/planted?2`);
  await chooseInImageMenu(context, other, `${site}/numbered/2-600x800.jpg`, `image-to:${board?.id}`);
  await expect.poll(async () => (await toastOn(other)).text).toContain(`Saved to ${markup}`);
  expect(await other.title()).toBe(markup);

  const options = await openOptions(context);
  await options.getByRole('combobox', { name: 'Add a favourite board' }).selectOption(markup);
  await expect(options.getByRole('list', { name: 'Favourite boards' })).toContainText(markup);
  await expectOnlyText(options);
});
