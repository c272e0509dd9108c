import { expect, test } from './fixtures.ts';
import { chooseInImageMenu, saveByPopup } from './steps.ts';
import { editByToast, toastOn } from './toast.ts';

test('Edit changes the pin; where Pinterest does not allow that, a new pin takes its place', async ({
  context,
  connect,
  popupOver,
  emulator,
}) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
  const page = await context.newPage();
  await page.goto('https://kitchen.test/many?n=3');
  await saveByPopup(await popupOver(page), 'Garden');
  const garden = emulator.state().boards[0];
  await chooseInImageMenu(context, page, 'https://kitchen.test/numbered/2-600x800.jpg', `image-to:${garden?.id}`);
  await expect.poll(async () => (await toastOn(page)).text).toContain('Saved to Garden');

  const editor = await editByToast(context, page);
  await editor.getByRole('textbox', { name: 'Title' }).fill('A better title');
  await editor.getByRole('button', { name: 'Keep the changes' }).click();
  await expect(editor.getByRole('status')).toHaveText('The changes are kept.');
  expect(emulator.state().pins.map(({ title }) => title)).toContain('A better title');

  emulator.change({ app: { pinEdit: false } });
  const before = emulator.state().pins.find(({ title }) => title === 'A better title');
  await editor.getByRole('textbox', { name: 'Description' }).fill('Better words');
  await editor.getByRole('button', { name: 'Keep the changes' }).click();
  await editor.getByRole('button', { name: 'Replace the pin' }).click();
  await expect.poll(() => emulator.state().pins.map(({ id }) => id)).not.toContain(before?.id);
  expect(emulator.state().pins).toHaveLength(2);
  expect(emulator.state().pins.at(-1)).toMatchObject({ description: 'Better words', pictureUrl: before?.pictureUrl });
});
