import type { BrowserContext, Page } from '@playwright/test';
import type { Emulator } from '../../emulator/start.ts';
import { expect, test } from './fixtures.ts';
import { fillCredentials } from './steps.ts';
import { everythingStored } from './stored.ts';
import { sentenceOf } from './words.ts';

/** A sign-in window, and what its answer would have to carry. */
interface Asked {
  readonly window: Page;
  readonly redirect: string;
  readonly state: string;
}

async function ask(context: BrowserContext, options: Page): Promise<Asked> {
  const opened = context.waitForEvent('page', (page) => page.url().includes('/oauth/'));
  await options.getByRole('button', { name: 'Connect to Pinterest' }).click();
  const window = await opened;
  const { searchParams } = new URL(window.url());
  return { window, redirect: searchParams.get('redirect_uri') ?? '', state: searchParams.get('state') ?? '' };
}

const go = (page: Page, to: string) => page.evaluate((url) => location.assign(url), to);
const answerOf = (redirect: string, code: string, state: string) =>
  `${redirect}?${new URLSearchParams({ code, state })}`;

/** A code that the person did give, to a sign-in of the same app that somebody else began. */
async function stolenCode(emulator: Emulator, redirect: string): Promise<string> {
  const { id } = emulator.settings().app;
  const body = new URLSearchParams({
    client_id: id,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'boards:read,pins:read',
    state: 'another',
    decision: 'allow',
  });
  const answer = await emulator.fetch('https://www.pinterest.com/oauth/', { method: 'POST', body, redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

test("an answer that is not this sign-in's own connects nobody, and its code goes nowhere", async ({
  context,
  emulator,
}) => {
  const options = await fillCredentials(context, emulator);
  const before = await everythingStored(context);
  const exchanges = () => emulator.log.find('POST', '/v5/oauth/token').length;
  const refused = async (key: string) => {
    await expect(options.getByRole('alert')).toHaveText(sentenceOf(key));
    expect(await everythingStored(context)).toEqual(before);
    expect(exchanges()).toBe(0);
  };

  await test.step('the answer to an earlier sign-in, whose window was closed', async () => {
    const earlier = await ask(context, options);
    await earlier.window.close();
    await refused('error.signInWindowClosed');
    const later = await ask(context, options);
    expect(later.state).not.toBe(earlier.state);
    await go(later.window, answerOf(later.redirect, await stolenCode(emulator, later.redirect), earlier.state));
    await refused('error.signInWrongState');

    // Nobody waits for it any more: in a tab it is an address like any other.
    const tab = await context.newPage();
    await tab.goto(answerOf(earlier.redirect, 'late', earlier.state)).catch(() => undefined);
    await refused('error.signInWrongState');
    await tab.close();
  });

  await test.step("the code of somebody else's sign-in, with their state", async () => {
    const { window, redirect } = await ask(context, options);
    await go(window, answerOf(redirect, await stolenCode(emulator, redirect), 'another'));
    await refused('error.signInWrongState');
  });

  await test.step('an answer with two states, or none', async () => {
    for (const more of ['', '&state=twice']) {
      const { window, redirect, state } = await ask(context, options);
      const own = more ? answerOf(redirect, 'code', state) : `${redirect}?code=code`;
      await go(window, own + more);
      await refused('error.signInWrongState');
    }
  });

  await test.step("the right state at the relay's address", async () => {
    const { window, redirect, state } = await ask(context, options);
    await go(window, answerOf(redirect.replace('/pinterest', '/relay'), 'code', state));
    await refused('error.signInWrongAddress');
  });

  await test.step('look-alikes of the address are no answer: the window goes on waiting', async () => {
    const { window, redirect, state } = await ask(context, options);
    const { host, pathname } = new URL(redirect);
    const seen: string[] = [];
    await context.route(/chromiumapp/, (route) => {
      seen.push(new URL(route.request().url()).host);
      return route.fulfill({ contentType: 'text/html', body: '<title>A look-alike</title>' });
    });
    const alikes = [`${host}.evil.test`, `evil-${host}`, `${'a'.repeat(32)}.chromiumapp.org`];
    for (const alike of alikes) {
      await go(window, answerOf(`https://${alike}${pathname}`, 'code', state));
      await expect.poll(() => seen.at(-1)).toBe(alike);
      expect(window.isClosed()).toBe(false);
      await expect(options.getByText('maya_cooks')).toHaveCount(0);
    }
    await window.close();
    await refused('error.signInWindowClosed');
  });

  await test.step('a code that was used', async () => {
    await (await ask(context, options)).window.getByRole('button', { name: 'Give access' }).click();
    await expect(options.getByText('maya_cooks')).toBeVisible();
    const [exchange] = emulator.log.find('POST', '/v5/oauth/token');
    const { code = '' } = (exchange?.body ?? {}) as { code?: string };
    await options.getByRole('button', { name: 'Disconnect' }).click();
    const again = await fillCredentials(context, emulator);
    const { window, redirect, state } = await ask(context, again);
    await go(window, answerOf(redirect, code, state));
    await expect(again.getByRole('alert')).not.toBeEmpty();
    expect(emulator.log.find('POST', '/v5/oauth/token').map(({ status }) => status)).toEqual([200, 401]);
    expect(JSON.stringify(await everythingStored(context))).not.toMatch(/pin[ar]_/);
  });
});
