import { expect, test } from './fixtures.ts';
import { ask, boards, lastJob, lastPin, openPage, readByWorker, saveImage } from './picture-steps.ts';
import { openOptions } from './steps.ts';
import { pressInToast, toastOn } from './toast.ts';

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards });
  await connect();
});

test('every format arrives as one that Pinterest takes', async ({ context, emulator }) => {
  const page = await openPage(context, emulator, 'https://kitchen.test/formats');
  const cases = [
    ['/pictures/lemon-tart-600.jpg', 'image_url', 'jpeg'],
    ['/pictures/lemon-tart-600.png', 'image_url', 'png'],
    ['/pictures/lemon-tart-600.webp', 'image_base64', 'jpeg'],
    ['/pictures/lemon-tart-600.avif', 'image_base64', 'jpeg'],
    ['/odd/rotated.jpg', 'image_url', 'jpeg'],
    ['/odd/deep.png', 'image_url', 'png'],
    ['/odd/drawing.svg', 'image_base64', 'jpeg'],
    ['/odd/lying.jpg', 'image_base64', 'jpeg'],
    ['/odd/animated.gif', 'image_url', 'gif'],
  ] as const;
  for (const [index, [path, source, format]] of cases.entries()) {
    await saveImage(context, emulator, page, `https://kitchen.test${path}`);
    await expect.poll(() => emulator.state().pins.length, { message: path }).toBe(index + 2);
    expect(lastPin(emulator), path).toMatchObject({ source, format });
  }
  expect(lastPin(emulator)).toMatchObject({ isAnimated: true });
});

test('what cannot be a pin says why and is kept', async ({ context, emulator }) => {
  const page = await openPage(context, emulator, 'https://kitchen.test/formats');
  for (const [path, words] of [
    ['truncated.jpg', 'damaged'],
    ['tiny.jpg', 'too small'],
    ['page.jpg', 'kept'],
  ] as const) {
    await saveImage(context, emulator, page, `https://kitchen.test/odd/${path}`);
    await expect.poll(async () => (await toastOn(page)).text, { message: path }).toContain(words);
  }
  expect(emulator.state().pins).toHaveLength(1);
});

test('a picture under a false name is saved although its tab was closed before Pinterest refused the address', async ({
  context,
  emulator,
}) => {
  const page = await openPage(context, emulator, 'https://kitchen.test/formats');
  emulator.fault({ kind: 'held', method: 'POST', path: '^/v5/pins$' });
  const readings = () => readByWorker(emulator, '/odd/lying.jpg');
  const before = readings();
  await saveImage(context, emulator, page, 'https://kitchen.test/odd/lying.jpg');
  await expect.poll(readings).toBeGreaterThan(before);
  await page.close();
  emulator.clearFaults();
  await expect.poll(() => lastPin(emulator)).toMatchObject({ source: 'image_base64', format: 'jpeg' });
});

test('a picture for members goes to a public board only when its owner says so, once per site', async ({
  context,
  emulator,
}) => {
  const page = await openPage(context, emulator, 'https://members.test/join');
  const src = 'https://members.test/pictures/plum-cake-900.jpg';
  await saveImage(context, emulator, page, src);
  await expect.poll(async () => (await toastOn(page)).text).toContain('Put it on Garden, which others can see?');
  expect(emulator.state().pins).toHaveLength(1);
  await expect(async () => {
    if ((await toastOn(page)).buttons.includes('Put it there')) await pressInToast(page, 'Put it there');
    expect(emulator.state().pins).toHaveLength(2);
  }).toPass();
  expect(lastPin(emulator)).toMatchObject({ source: 'image_base64', format: 'jpeg' });
  await saveImage(context, emulator, page, 'https://members.test/pictures/rye-bread-300.jpg');
  await expect.poll(() => emulator.state().pins.length).toBe(3);
});

test('a picture for members is kept for the answer although its tab is closed', async ({ context, emulator }) => {
  const page = await openPage(context, emulator, 'https://members.test/join');
  emulator.fault({ kind: 'held', method: 'POST', path: '^/v5/pins$' });
  const readings = () => emulator.log.find('GET', '/pictures/plum-cake-900.jpg').length;
  const before = readings();
  await saveImage(context, emulator, page, 'https://members.test/pictures/plum-cake-900.jpg');
  // As a stranger, and then with the person's cookies.
  await expect.poll(readings).toBeGreaterThan(before + 1);
  await page.close();
  emulator.clearFaults();
  const ours = await openOptions(context);
  await expect.poll(async () => (await lastJob(ours))?.reason).toBe('private-picture');
  await ask(ours, 'share', [(await lastJob(ours))?.id]);
  await expect.poll(() => lastPin(emulator)).toMatchObject({ source: 'image_base64', format: 'jpeg' });
});

test('pictures without an address of their own, and behind walls', async ({ context, popupOver, emulator }) => {
  const page = await openPage(context, emulator, 'https://kitchen.test/walls');
  const addresses = async (id: string) => (await page.locator(id).getAttribute('src')) ?? '';
  await saveImage(context, emulator, page, await addresses('#cdn'));
  await expect.poll(() => emulator.state().pins.length).toBe(2);
  expect(lastPin(emulator)).toMatchObject({ source: 'image_url' });
  await saveImage(context, emulator, page, await addresses('#open'));
  await expect.poll(() => emulator.state().pins.length).toBe(3);
  expect(lastPin(emulator)).toMatchObject({ source: 'image_base64', format: 'jpeg' });
  await saveImage(context, emulator, page, await addresses('#data'));
  await expect.poll(() => emulator.state().pins.length).toBe(4);
  expect(lastPin(emulator)).toMatchObject({ source: 'image_base64' });
  await saveImage(context, emulator, page, await addresses('#referrer'));
  await expect.poll(async () => (await toastOn(page)).text).toContain('can only be read on its page');
  const ours = await openOptions(context);
  await ours.goto(ours.url().replace('options.html', `edit.html?save=${(await lastJob(ours))?.id}`));
  await expect(ours.getByRole('button', { name: 'Allow pictures from referrer.test' })).toBeVisible();
  await ours.close();

  const popup = await popupOver(page);
  const grid = popup.getByRole('listbox', { name: 'Images on this page' });
  await grid.getByRole('option', { name: /Made here/ }).click();
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByText('Put it on Garden, which others can see?')).toBeVisible();
  expect(emulator.state().pins).toHaveLength(4);
  await popup.getByRole('button', { name: 'Put it there' }).click();
  await expect.poll(() => emulator.state().pins.length).toBe(5);
});
