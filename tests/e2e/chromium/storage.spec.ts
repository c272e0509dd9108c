import type { BrowserContext } from '@playwright/test';
import { openPopup, workerOf } from './browser.ts';
import { expect, test } from './fixtures.ts';
import { openPage, saveImage } from './picture-steps.ts';
import { chooseBoard, openOptions, saveByPopup, stopWorker } from './steps.ts';
import { toastOn } from './toast.ts';
import { sentenceOf } from './words.ts';

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
});

/**
 * Has the disk take no new save from now on, or again. An extension with `unlimitedStorage` has no quota that could be
 * set, so the transaction is ended as the browser ends one for which there is no room.
 */
async function setFull(context: BrowserContext, isFull: boolean): Promise<void> {
  await (await workerOf(context)).evaluate((isFull) => {
    const { prototype } = IDBObjectStore;
    const world = globalThis as unknown as { add?: IDBObjectStore['add'] };
    world.add ??= prototype.add;
    const { add } = world;
    prototype.add = isFull
      ? function (this: IDBObjectStore, ...record: Parameters<IDBObjectStore['add']>) {
          const request = add.apply(this, record);
          const { transaction } = this;
          Object.defineProperty(transaction, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
          transaction.abort();
          return request;
        }
      : add;
  }, isFull);
}

test('without room on the disk the popup says so, sends nothing, and saves once there is room', async ({
  context,
  emulator,
  popupOver,
}) => {
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=2');
  const popup = await popupOver(page);
  await chooseBoard(popup, 'Garden');
  await popup.getByRole('textbox', { name: 'Title' }).fill('Not to be lost');
  await setFull(context, true);
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByText(sentenceOf('error.storageFull'))).toBeVisible();
  expect(emulator.log.find('POST', '/v5/pins')).toEqual([]);
  await expect(popup.getByRole('textbox', { name: 'Title' })).toHaveValue('Not to be lost');
  await setFull(context, false);
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(popup.getByRole('status').getByText('Saved to Garden')).toBeVisible();
  expect(emulator.state().pins).toMatchObject([{ title: 'Not to be lost' }]);
});

test('without room on the disk the toast does not go on saying that it saves', async ({ context, emulator }) => {
  const page = await openPage(context, emulator, 'https://kitchen.test/formats');
  await setFull(context, true);
  await saveImage(context, emulator, page, 'https://kitchen.test/pictures/lemon-tart-600.jpg');
  await expect.poll(async () => (await toastOn(page)).text).toContain(sentenceOf('error.storageFull'));
  expect((await toastOn(page)).buttons).toEqual([]);
  expect(emulator.state().pins).toHaveLength(1);
});

test('the outbox of a newer Tack is left alone, and said; saves are made all the same', async ({
  context,
  emulator,
}) => {
  const options = await openOptions(context);
  await options.evaluate(async () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const opening = indexedDB.open('outbox', 1000);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error);
    await promise;
  });
  await stopWorker(context, options);
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=2');
  const popup = await openPopup(context, page);
  await expect(popup.getByText(sentenceOf('error.storageNewer'))).toBeVisible();
  await saveByPopup(popup, 'Garden');
  expect(emulator.state().pins).toHaveLength(1);
});
