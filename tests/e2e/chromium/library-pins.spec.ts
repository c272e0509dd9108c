import { boardOf, expect, seeSecretsNextTime, test, violations } from './library.ts';

test('a pin is edited, moved and deleted; without the right to edit, the page says what is missing', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards } = emulator.seed({ boards: [boardOf('Recipes', 2), { name: 'Garden', sections: ['Roses'] }] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const dialog = page.getByRole('dialog');
  const pin = () => emulator.state().pins.find(({ id }) => id === changed);
  const changed = emulator.state().pins.find(({ title }) => title === 'Recipes 2')?.id;
  await page.getByRole('option', { name: 'Recipes 2' }).click();
  await expect(dialog.getByRole('link', { name: 'Open on Pinterest' })).toHaveAttribute(
    'href',
    `https://www.pinterest.com/pin/${changed}/`,
  );
  await expect(dialog.getByRole('button', { name: 'Save changes' })).toHaveAttribute('aria-disabled', 'true');
  expect(await violations(page)).toEqual([]);

  emulator.change({ app: { pinEdit: false } });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Plum cake');
  await dialog.getByRole('textbox', { name: 'Alt text' }).fill('A cake on a table');
  await dialog.getByRole('textbox', { name: 'Link' }).fill('https://kitchen.test/plum-cake');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog.getByRole('alert')).toContainText('has not given your app the right to edit pins');
  expect(pin()).toMatchObject({ title: 'Recipes 2', altText: null });

  emulator.change({ app: { pinEdit: true } });
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('option', { name: 'Plum cake' })).toBeVisible();
  expect(pin()).toMatchObject({
    title: 'Plum cake',
    description: null,
    altText: 'A cake on a table',
    link: 'https://kitchen.test/plum-cake',
  });

  await page.getByRole('option', { name: 'Plum cake' }).click();
  await dialog.getByRole('combobox', { name: 'Board' }).selectOption('Garden');
  await dialog.getByRole('combobox', { name: 'Section' }).selectOption('Roses');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('option')).toHaveCount(1);
  expect(pin()).toMatchObject({ boardId: boards[1]?.id, sectionId: emulator.state().sections[0]?.id });

  await page.getByRole('option', { name: 'Recipes 1' }).click();
  await dialog.getByRole('button', { name: 'Delete pin' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'No pins here yet' })).toBeVisible();
  expect(emulator.state().pins.map(({ id }) => id)).toEqual([changed]);
});

test('many pins are chosen, moved and deleted with the keyboard only, and each that stays says why', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards, pins } = emulator.seed({ boards: [boardOf('Recipes', 6), { name: 'Garden' }] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const list = page.getByRole('listbox', { name: 'Pins of Recipes' });
  await expect(list.getByRole('option')).toHaveCount(6);
  const { keyboard } = page;
  const tabTo = async (name: string | RegExp) => {
    const wanted = page.getByRole('button', { name }).or(page.getByRole('combobox', { name }));
    for (let step = 0; step < 30; step++) {
      if (await wanted.last().evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached`);
  };
  while (!(await list.evaluate((element) => element === document.activeElement))) await keyboard.press('Tab');

  // The middle one of three cannot be moved.
  const [, , , , second] = pins;
  emulator.fault({ kind: 'error', method: 'PATCH', path: second?.id ?? '', status: 403, code: 29, message: 'No.' });
  await keyboard.press('Space');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: '3 pins chosen' })).toBeVisible();
  await tabTo('Move…');
  await keyboard.press('Enter');
  await tabTo('Board');
  await keyboard.type('Garden');
  expect(await violations(page)).toEqual([]);
  await tabTo('Move');
  await keyboard.press('Enter');
  const bar = page.getByRole('region', { name: 'Chosen pins' });
  await expect(bar.getByRole('status')).toHaveText('2 pins moved');
  await expect(bar.getByRole('alert')).toContainText('1 pin stayed as it was:');
  await expect(bar.getByRole('listitem')).toHaveText('Recipes 5 Pinterest does not permit this for your account.');
  expect(await violations(page)).toEqual([]);
  const on = (index: number) => emulator.state().pins.filter(({ boardId }) => boardId === boards[index]?.id).length;
  expect([on(0), on(1)]).toEqual([4, 2]);

  await tabTo('Close');
  await keyboard.press('Enter');
  while (!(await list.evaluate((element) => element === document.activeElement))) await keyboard.press('Shift+Tab');
  await keyboard.press('Control+a');
  await tabTo('Delete…');
  await keyboard.press('Enter');
  // Before it is there, the button that opens it has the name, too.
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo('Delete');
  await keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('4 pins deleted');
  expect([on(0), on(1)]).toEqual([0, 2]);
});

test('Stop ends a bulk deletion after the pin that is under way; what others deleted counts, and each refusal is named', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards, pins } = emulator.seed({ boards: [boardOf('Recipes', 6)] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const list = page.getByRole('listbox', { name: 'Pins of Recipes' });
  await expect(list.getByRole('option')).toHaveCount(6);
  const bar = page.getByRole('region', { name: 'Chosen pins' });
  const left = () => emulator.state().pins.map(({ title }) => title);
  const deleteAll = async () => {
    await list.focus();
    await page.keyboard.press('Control+a');
    await bar.getByRole('button', { name: 'Delete…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  };
  // The newest comes first; the second takes as long as this test looks at it.
  const deletion = { method: 'DELETE', path: `/pins/${pins[4]?.id}` };
  emulator.fault({ kind: 'held', ...deletion });
  await deleteAll();
  await expect(bar.getByRole('status')).toHaveText('Deleting 6 pins: 1 done');
  await expect(bar.getByRole('progressbar')).toHaveJSProperty('value', 1);
  expect(await violations(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Stop' }).click();
  emulator.clearFaults();
  await expect(bar.getByRole('status')).toHaveText('2 pins deleted');
  expect(left()).toEqual(['Recipes 1', 'Recipes 2', 'Recipes 3', 'Recipes 4']);
  await bar.getByRole('button', { name: 'Close' }).click();

  const refuse = (index: number, status: number, code: number, message: string) =>
    emulator.fault({ kind: 'error', method: 'DELETE', path: pins[index]?.id ?? '', status, code, message });
  refuse(0, 403, 29, 'You are not permitted to access that resource.');
  refuse(1, 404, 50, 'Pin not found.');
  refuse(2, 500, 0, 'Something went wrong on our end.');
  await deleteAll();
  await expect(bar.getByRole('status')).toHaveText('2 pins deleted');
  await expect(bar.getByRole('listitem')).toHaveText([
    'Recipes 3 Pinterest has a problem of its own. Try again in a moment.',
    'Recipes 1 Pinterest does not permit this for your account.',
  ]);
  await expect(list.getByRole('option')).toHaveCount(2);
  await expect(list.getByRole('option', { selected: true })).toHaveCount(2);
});

test('a board comes page after page as one scrolls, and goes on after a page that did not come', async ({
  library,
  connect,
  emulator,
}) => {
  const { boards } = emulator.seed({ boards: [boardOf('Recipes', 250)] });
  await connect();
  const page = await library(`#board/${boards[0]?.id}`);
  const asked = () => emulator.log.find('GET', /\/pins$/).length;
  await expect(page.getByRole('option', { name: 'Recipes 250', exact: true })).toBeVisible();
  expect(asked()).toBe(1);
  emulator.fault({ kind: 'error', path: '/boards/\\d+/pins$', status: 403, code: 29, message: 'No.', times: 1 });
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('alert')).toContainText('Pinterest does not permit this');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(page.getByRole('option', { name: 'Recipes 1', exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(asked()).toBe(4);
});

test("one's own pins are searched where the connection may; else the page says why, and finds boards by name", async ({
  library,
  connect,
  emulator,
}) => {
  emulator.seed({ boards: [boardOf('Plums', 1), boardOf('Garden', 1)] });
  await connect();
  const page = await library();
  const field = page.getByRole('searchbox', { name: 'Search your boards and pins' });
  await field.fill('plum');
  await field.press('Enter');
  await expect(page.getByRole('link', { name: 'Plums 1 pin' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('access to secret boards');

  seeSecretsNextTime(emulator);
  await page.goto(page.url().replace(/#.*/, '#account'));
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await connect();
  await field.fill('garden');
  await field.press('Enter');
  await expect(page.getByRole('option', { name: 'Garden 1' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
