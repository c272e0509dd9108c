import { expect, test } from './fixtures.ts';
import { chooseBoard } from './steps.ts';

test.beforeEach(async ({ emulator, connect }) => {
  emulator.seed({ boards: [{ name: 'Garden' }] });
  await connect();
});

test('a part of what the tab shows is cut out with the mouse, and saved as a picture of the page', async ({
  popupOn,
  emulator,
}) => {
  const popup = await popupOn();
  await popup.getByRole('button', { name: 'Cut out a part of the page' }).click();
  const cutter = popup.getByRole('dialog', { name: 'Cut out a part of the page' });
  const stage = await cutter.locator('.cutter-stage').boundingBox();
  if (!stage) throw new Error('there is nothing to cut from');
  await popup.mouse.move(stage.x + stage.width * 0.9, stage.y + stage.height * 0.8);
  await popup.mouse.down();
  await popup.mouse.move(stage.x + stage.width * 0.1, stage.y + stage.height * 0.2, { steps: 4 });
  await popup.mouse.up();
  const [widthPx = 0, heightPx = 0] = ((await cutter.getByText(/^\d+ × \d+$/).textContent()) ?? '')
    .split(' × ')
    .map(Number);
  expect(widthPx / heightPx).toBeCloseTo((0.8 * stage.width) / (0.6 * stage.height), 1);
  await cutter.getByRole('button', { name: 'Use this part' }).click();
  const chosen = popup.getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toContainText(`${widthPx} × ${heightPx}`);
  await chooseBoard(popup, 'Garden');
  await popup.getByRole('button', { name: 'Save', exact: true }).click();
  // What a page shows may be for this person's eyes only, and the board is public.
  await popup.getByRole('button', { name: 'Put it there' }).click();
  await expect.poll(() => emulator.state().pins.length).toBe(1);
  expect(emulator.state().pins[0]).toMatchObject({
    link: 'https://kitchen.test/recipes/plum-cake',
    picture: { widthPx, heightPx },
  });
});

test('a part is cut out by the keyboard alone, and Escape leaves all as it was', async ({ popupOn }) => {
  const popup = await popupOn('empty');
  const open = popup.getByRole('button', { name: 'Cut out a part of the page' });
  await open.press('Enter');
  await expect(popup.getByRole('dialog')).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('dialog')).toHaveCount(0);
  await expect(popup.getByRole('option')).toHaveCount(0);
  await open.press('Enter');
  const frame = popup.getByRole('application', { name: 'Frame' });
  const size = popup.getByText(/^\d+ × \d+$/);
  const sizeNow = async () => ((await size.textContent()) ?? '').split(' × ').map(Number);
  const [widthPx = 0, heightPx = 0] = await sizeNow();
  await frame.press('Shift+ArrowRight');
  await frame.press('Shift+ArrowUp');
  await frame.press('ArrowDown');
  await expect(size).toHaveText(`${widthPx + 20} × ${heightPx - 20}`);
  await frame.press('Enter');
  await expect(popup.getByRole('option', { selected: true })).toContainText(`${widthPx + 20} × ${heightPx - 20}`);
});
