import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { test as base, expect } from './fixtures.ts';
import { chooseBoard } from './steps.ts';

type Fixtures = {
  /** Opens the library at a part of it: `#waiting`. */
  library: (hash?: string) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  library: async ({ context, extensionId }, use) =>
    use(async (hash = '') => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/library.html${hash}`);
      return page;
    }),
});

export { violations } from '../../axe.ts';
export { expect };

/** Saves the page's best picture by the popup with a title of its own, to a board that is chosen by its name. */
export async function saveAs(popup: Page, board: string, title: string): Promise<void> {
  await chooseBoard(popup, board);
  await popup.getByRole('textbox', { name: 'Title' }).fill(title);
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
}

/** The text of the file that a press on a button of the page downloads. */
export async function downloaded(page: Page, button: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFile(await (await saving).path(), 'utf8');
}

/** A board with so many pins without pictures, each with its number in the title. */
export function boardOf(name: string, pinCount: number) {
  return {
    name,
    pins: Array.from({ length: pinCount }, (_, index) => ({
      title: `${name} ${index + 1}`,
      createdAtMs: 1_000 + index,
    })),
  };
}

/** The next connection may see secret boards too, which search asks for. */
export function seeSecretsNextTime(emulator: Emulator): void {
  const scopes = ['boards:read', 'boards:read_secret', 'pins:read', 'pins:read_secret', 'user_accounts:read'];
  const grant = emulator.grant({ environment: 'production', scopes });
  emulator.fault({
    kind: 'wrong-shape',
    path: '/oauth/token$',
    answer: {
      access_token: grant.accessToken,
      refresh_token: grant.refreshToken,
      token_type: 'bearer',
      response_type: 'authorization_code',
      expires_in: 2_592_000,
      scope: scopes.join(' '),
    },
  });
}
