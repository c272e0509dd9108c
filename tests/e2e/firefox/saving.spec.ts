import { expect, test } from './fixtures.ts';
import { chooseItem, openContextMenu, openToolbarMenu } from './menu.ts';
import { openAddresses, openTab, popup } from './pages.ts';
import {
  clickToolbarButton,
  connectOwnApp,
  openPopup,
  saveByPopup,
  setToolbarButton,
  stopBackground,
} from './steps.ts';

const recipe = 'https://kitchen.test/recipes/plum-cake';

test('not connected, a right-click hands the picture to Pinterest’s own window', async ({ firefox }) => {
  const page = await openTab(firefox, recipe);
  await openContextMenu(firefox, page, '#linked', ['Save image to board']);
  await chooseItem(firefox, 'contentAreaContextMenu', 'Save image to board');
  await expect.poll(async () => (await openAddresses(firefox)).join('\n')).toContain('/pin/create/button/?url=');
});

test('the toolbar button’s own menu has Options, which Firefox lacks', async ({ firefox }) => {
  await openTab(firefox, recipe);
  await openToolbarMenu(firefox, ['Choose pictures…', 'Quick pin', 'My pins', 'Options']);
  await chooseItem(firefox, 'toolbar-context-menu', 'Options');
  await expect.poll(async () => (await openAddresses(firefox)).at(-1)).toContain('/options.html');
});

test.describe('connected', () => {
  test.beforeEach(async ({ firefox, emulator }) => {
    emulator.seed({ boards: [{ name: 'Recipes' }, { name: 'Garden' }] });
    await connectOwnApp(firefox, emulator);
  });

  test('the popup saves the best picture, and undoes it', async ({ firefox, emulator }) => {
    await openTab(firefox, recipe);
    const opened = await saveByPopup(firefox, 'Recipes');
    expect(emulator.state().pins).toMatchObject([{ link: recipe, title: 'Plum cake' }]);
    await opened.press('button', 'Undo');
    await expect.poll(() => emulator.state().pins).toEqual([]);
  });

  test('a popup that closes keeps what was typed', async ({ firefox }) => {
    await openTab(firefox, recipe);
    const opened = await openPopup(firefox);
    await opened.fill('textbox', 'Title', 'For Sunday');
    await opened.close();
    const again = await openPopup(firefox);
    await expect.poll(() => again.value('textbox', 'Title')).toBe('For Sunday');
  });

  test('the menu saves the clicked picture while the event page sleeps, and its toast undoes it', async ({
    firefox,
    emulator,
  }) => {
    const page = await openTab(firefox, recipe);
    await (await saveByPopup(firefox, 'Garden')).close();
    await openContextMenu(firefox, page, '#linked', ['Garden', 'Choose board…']);
    await stopBackground(firefox);
    await chooseItem(firefox, 'contentAreaContextMenu', 'Garden');
    await expect.poll(() => page.text()).toContain('Saved to Garden');
    expect(emulator.state().pins.map(({ pictureUrl }) => pictureUrl)).toContainEqual(
      expect.stringContaining('tomato-soup'),
    );
    await page.press('button', 'Undo');
    await expect.poll(() => page.text()).toContain('Not on Garden any more');
    expect(emulator.state().pins).toHaveLength(1);
  });

  test('a button that is set to quick pin saves the best picture to the board used last', async ({
    firefox,
    emulator,
  }) => {
    await openTab(firefox, recipe);
    await (await saveByPopup(firefox, 'Recipes')).close();
    await setToolbarButton(firefox, 'Quick pin');
    const page = await openTab(firefox, 'https://kitchen.test/recipes/lemon-tart');
    await clickToolbarButton(firefox);
    await expect.poll(() => page.text()).toContain('Saved to Recipes');
    expect(emulator.state().pins.map(({ link }) => link)).toEqual([recipe, await page.url()]);
  });

  test('a save whose answer was lost with the event page is found again, and not doubled', async ({
    firefox,
    emulator,
  }) => {
    const page = await openTab(firefox, recipe);
    await (await saveByPopup(firefox, 'Garden')).close();
    emulator.fault({ kind: 'slow', delayMs: 60_000, commit: 'early', method: 'POST', path: '/v5/pins$', times: 1 });
    await openContextMenu(firefox, page, '#linked', ['Garden', 'Choose board…']);
    await chooseItem(firefox, 'contentAreaContextMenu', 'Garden');
    await expect.poll(() => emulator.state().pins.length).toBe(2);
    await stopBackground(firefox);
    await openPopup(firefox);
    await expect.poll(() => page.text(), { timeout: 40_000 }).toContain('Saved to Garden');
    expect(emulator.state().pins).toHaveLength(2);
    expect(emulator.log.find('POST', /\/pins$/)).toHaveLength(2);
    await (await popup(firefox)).close();
  });
});
