import type { Locator } from '@playwright/test';
import { boardOf, expect, seeSecretsNextTime, test } from './library.ts';
import { boardGone, broken, comesAtLast, isToldOf, notPermitted, type Refusal, type Request } from './refusals.ts';

test('pins and figures that cannot be read say why, and come when asked again', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards, pins } = emulator.seed({ boards: [boardOf('Recipes', 1)] });
  await connect();
  const page = await library('#account');
  const alert = page.getByRole('alert').first();
  const again = () => page.getByRole('button', { name: 'Try again' }).first().click();
  const open = (hash: string) => async () => {
    await page.goto(page.url().replace(/#.*/, hash));
  };
  const isRead = async (request: Request, refusals: readonly Refusal[], hash: string, found: Locator) => {
    const [first, ...more] = refusals;
    if (first) await isToldOf(emulator, request, [first], alert, open(hash));
    await isToldOf(emulator, request, more, alert, again);
    await comesAtLast(page, found);
  };
  const shape = 'Pinterest answered something that Tack does not understand';
  const board = `#board/${boards[0]?.id}`;
  const pinsOf = { method: 'GET', path: '/boards/\\d+/pins$' };
  await isRead(pinsOf, [boardGone, notPermitted, broken], board, page.getByRole('option', { name: 'Recipes 1' }));

  const account = { method: 'GET', path: '/user_account/analytics$' };
  const refused: Refusal[] = [notPermitted, [400, 1, 'Invalid parameters.', 'Pinterest did not accept this.']];
  const chart = page.getByRole('slider', { name: 'Impressions by day' });
  await isRead(account, refused, '#analytics', chart);
  const ofPin = { method: 'GET', path: '/pins/\\d+/analytics$' };
  const pinGone: Refusal = [404, 50, 'Pin not found.', 'That pin no longer exists.'];
  const video = 'Metric VIDEO_START is not available for this Pin.';
  const metric: Refusal = [400, 1, video, 'Pinterest did not accept this.'];
  await isRead(ofPin, [pinGone, notPermitted, metric, broken], `#analytics/${pins[0]?.id}`, chart);
  const best = page.getByRole('list', { name: 'Top pins' });
  await isRead({ method: 'GET', path: '/top_pins$' }, [notPermitted, broken], '#analytics', best);

  emulator.fault({ kind: 'wrong-shape', ...pinsOf, times: 3 });
  await open(board)();
  await expect(alert).toContainText(shape);
  await comesAtLast(page, page.getByRole('option', { name: 'Recipes 1' }));

  emulator.fault({ kind: 'rate-limit', path: '/analytics$', retryAfterS: 3600 });
  await open('#analytics')();
  await expect(alert).toContainText('Pinterest asks for a pause');
});

test('a sign-in that Pinterest ended is said, and after another one the boards come by themselves', async ({
  library,
  connect,
  emulator,
  context,
}) => {
  emulator.seed({ boards: [boardOf('Recipes', 1)] });
  await connect();
  emulator.tokens('revoke');
  const page = await library();
  await expect(page.getByText('Pinterest signed you out')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Pinterest has ended this sign-in');
  const consent = context.waitForEvent('page', (other) => other.url().includes('/oauth/'));
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await (await consent).getByRole('button', { name: 'Give access' }).click();
  await expect(page.getByText('Pinterest signed you out')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Recipes 1 pin' })).toBeVisible();
});

test('a search that Pinterest refuses says why, and finds when asked again', async ({ library, connect, emulator }) => {
  emulator.seed({ boards: [boardOf('Recipes', 1)] });
  seeSecretsNextTime(emulator);
  await connect();
  const page = await library('#account');
  const alert = page.getByRole('alert').first();
  const open = async () => {
    await page.goto(page.url().replace(/#.*/, '#search/recipes'));
  };
  const again = () => page.getByRole('button', { name: 'Try again' }).first().click();
  const search = { method: 'GET', path: '/search/pins$' };
  await isToldOf(emulator, search, [notPermitted], alert, open);
  await isToldOf(emulator, search, [broken], alert, again);
  await comesAtLast(page, page.getByRole('option', { name: 'Recipes 1' }));
});
