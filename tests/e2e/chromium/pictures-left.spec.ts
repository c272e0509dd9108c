import { expect, test } from './fixtures.ts';
import { ask, boards, lastJob, lastPin, openPage, readByWorker, saveImage } from './picture-steps.ts';
import { chooseBoard, grantActiveTab, openOptions } from './steps.ts';

/** Pictures of the page's own origin, and what arrives although Pinterest does not take their address. */
const refusedLater = [
  ['/pictures/lemon-tart-600.jpg', 'jpeg', '600 × 900'],
  ['/pictures/lemon-tart-600.png', 'png', '600 × 900'],
  ['/odd/rotated.jpg', 'jpeg', '600 × 900'],
  ['/odd/deep.png', 'jpeg', '600 × 900'],
  ['/odd/lying.jpg', 'jpeg', '600 × 900'],
  ['/odd/animated.gif', 'jpeg', '300 × 300'],
  ['/odd/huge.jpg', 'jpeg', '10000 × 6000'],
] as const;
const sentAsBytes = [
  ['/pictures/lemon-tart-600.webp', 'jpeg', '600 × 900'],
  ['/pictures/lemon-tart-600.avif', 'jpeg', '600 × 900'],
  ['/odd/drawing.svg', 'jpeg', '800 × 600'],
] as const;
const formats = 'https://kitchen.test/formats';
const saves = { method: 'POST', path: '^/v5/pins$' };

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards });
  await connect();
});

for (const leaves of ['closed', 'navigated']) {
  test(`every picture arrives although its tab was ${leaves} before Pinterest said no`, { tag: '@waits' }, async ({
    context,
    emulator,
  }) => {
    test.setTimeout(300_000);
    for (const [index, [path, format, size]] of [...refusedLater, ...sentAsBytes].entries()) {
      const isRefused = index < refusedLater.length;
      const page = index === 0 ? await openPage(context, emulator, formats) : await reopen(context);
      const readings = () => readByWorker(emulator, path);
      const before = readings();
      if (isRefused) {
        const refusal = { status: 400, code: 1, message: 'Sorry we could not fetch the image.' };
        emulator.fault({ kind: 'error', ...refusal, ...saves, body: 'image_url', times: 1 });
        emulator.fault({ kind: 'held', ...saves, body: 'image_url', times: 1 });
      } else {
        emulator.fault({ kind: 'rate-limit', retryAfterS: 1, ...saves });
      }
      await saveImage(context, emulator, page, `https://kitchen.test${path}`);
      await expect.poll(readings, { message: path, timeout: 60_000 }).toBeGreaterThan(before);
      if (leaves === 'closed') await page.close();
      else await page.goto('https://members.test/nowhere');
      emulator.clearFaults();
      const made = () => emulator.state().pins.length;
      await expect.poll(made, { message: path, timeout: 60_000 }).toBe(index + 2);
      expect(lastPin(emulator), path).toMatchObject({ source: 'image_base64', format, size });
    }
  });

  test(`what only the page holds arrives although its tab was ${leaves} before it could be sent`, {
    tag: '@waits',
  }, async ({ context, emulator, popupOver }) => {
    test.setTimeout(200_000);
    const names = [/^Inline/, /^Made here/, /^Picture/];
    const posts = () => emulator.log.find('POST', '/v5/pins').length;
    for (const [index, name] of names.entries()) {
      const before = posts();
      const page = await context.newPage();
      await page.goto('https://kitchen.test/walls');
      const popup = await popupOver(page);
      await chooseBoard(popup, 'Garden');
      await popup.getByRole('listbox', { name: 'Images on this page' }).getByRole('option', { name }).first().click();
      emulator.fault({ kind: 'rate-limit', retryAfterS: 1, ...saves });
      await popup.getByRole('button', { name: 'Save', exact: true }).click();
      // Asked once for the site.
      if (index === 1) await popup.getByRole('button', { name: 'Put it there' }).click();
      await expect.poll(posts).toBeGreaterThan(before);
      if (leaves === 'closed') await page.close();
      else await page.goto('https://members.test/nowhere');
      emulator.clearFaults();
      await expect.poll(() => emulator.state().pins.length, { message: `${name}`, timeout: 60_000 }).toBe(index + 1);
      expect(lastPin(emulator), `${name}`).toMatchObject({ source: 'image_base64' });
      if (!popup.isClosed()) await popup.close();
    }
  });

  test(`a picture that nobody gives any more is kept, and says so, when its tab was ${leaves}`, async ({
    context,
    emulator,
  }) => {
    test.slow();
    const first = await openPage(context, emulator, 'https://kitchen.test/walls');
    const src = (await first.locator('#referrer').getAttribute('src')) ?? '';
    emulator.fault({ kind: 'held', ...saves });
    const posts = () => emulator.log.find('POST', '/v5/pins').length;
    const before = posts();
    await saveImage(context, emulator, first, src);
    await expect.poll(posts).toBeGreaterThan(before);
    if (leaves === 'closed') await first.close();
    else await first.goto('https://members.test/nowhere');
    emulator.clearFaults();
    const ours = await openOptions(context);
    await expect.poll(async () => (await lastJob(ours))?.reason, { timeout: 30_000 }).toBe('needs-the-page');
    expect(emulator.state().pins).toHaveLength(1);
    await ask(ours, 'discard', [(await lastJob(ours))?.id]);
  });
}

async function reopen(context: Parameters<typeof openPage>[0]) {
  const page = await context.newPage();
  await page.goto(formats);
  await grantActiveTab(context, page);
  return page;
}
