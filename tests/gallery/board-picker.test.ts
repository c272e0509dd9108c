import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gallery, openGallery, type ShowOptions } from './open-gallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

interface Picker {
  readonly page: Page;
  readonly box: Locator;
  /** Text of the option that aria-activedescendant names. */
  readonly active: () => Promise<string | null>;
  readonly press: (...keys: string[]) => Promise<void>;
  readonly isOpen: () => Promise<boolean>;
  readonly calls: () => Promise<unknown[][]>;
}

async function picker(state = 'one', options?: ShowOptions): Promise<Picker> {
  const page = await gallery.show(state, options);
  const box = page.getByRole('combobox', { name: 'Board' });
  return {
    page,
    box,
    active: async () => {
      const id = await box.getAttribute('aria-activedescendant');
      return id && page.locator(`[id="${id}"] .picker-name`).textContent();
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    isOpen: async () => (await box.getAttribute('aria-expanded')) === 'true',
    calls: () => page.evaluate(() => (globalThis as unknown as { calls: unknown[][] }).calls),
  };
}

describe('the combobox "Board"', () => {
  test('has the focus at first, with the chosen board selected as text and the list closed', async () => {
    const { page, box, isOpen } = await picker();
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('Recipes › Cakes');
    await expect.poll(() => isOpen()).toBe(false);
    await expect.poll(() => box.getAttribute('aria-autocomplete')).toBe('list');
  });

  test('Down opens the list at its first option, and goes round at the end', async () => {
    const { press, active, isOpen } = await picker();
    await press('ArrowDown');
    await expect.poll(() => isOpen()).toBe(true);
    await expect.poll(() => active()).toBe('Recipes › Cakes');
    await press('ArrowDown');
    await expect.poll(() => active()).toBe('Garden');
    await press('ArrowUp', 'ArrowUp');
    await expect.poll(() => active()).toBe('Lisbon 2026');
    await press('ArrowDown');
    await expect.poll(() => active()).toBe('Recipes › Cakes');
  });

  test('Up opens the list at its last option', async () => {
    const { press, active } = await picker();
    await press('ArrowUp');
    await expect.poll(() => active()).toBe('Lisbon 2026');
  });

  test('Alt+Down opens the list without an active option, Alt+Up closes it', async () => {
    const { press, active, isOpen } = await picker();
    await press('Alt+ArrowDown');
    await expect.poll(() => isOpen()).toBe(true);
    expect(await active()).toBeNull();
    await press('Alt+ArrowUp');
    await expect.poll(() => isOpen()).toBe(false);
  });

  test('typing filters, makes the best match active, and Enter chooses it', async () => {
    const { page, press, active, box, isOpen } = await picker();
    await page.keyboard.type('soup');
    await expect.poll(() => active()).toBe('Recipes › Soups');
    await press('Enter');
    await expect.poll(() => box.inputValue()).toBe('Recipes › Soups');
    await expect.poll(() => isOpen()).toBe(false);
  });

  test('Enter saves when the list is closed', async () => {
    const { page, press, calls } = await picker('one', { isClockStopped: true });
    await page.clock.runFor(250);
    await press('Enter');
    expect(await calls()).toMatchObject([['save', [{ title: 'Plum cake on a blue plate' }]]]);
  });

  test('Escape closes the list, brings the chosen board back, and then is left to the browser', async () => {
    const { page, press, box, isOpen } = await picker();
    await page.keyboard.type('gard');
    await press('Escape');
    await expect.poll(() => isOpen()).toBe(false);
    await expect.poll(() => box.inputValue()).toBe('Recipes › Cakes');
    const isLeft = await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('keydown', (event) => resolve(!event.defaultPrevented), { once: true });
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
          );
        }),
    );
    expect(isLeft).toBe(true);
  });

  test('→ opens the sections of the active board when the caret is at the end, ← closes them', async () => {
    const { page, press, active } = await picker();
    await page.keyboard.type('reci');
    await expect.poll(() => active()).toBe('Recipes');
    await press('ArrowRight', 'ArrowDown');
    await expect.poll(() => active()).toBe('Recipes › Cakes');
    await press('ArrowLeft');
    await expect.poll(() => active()).toBe('Recipes');
    expect(await page.getByRole('option', { name: 'New section in Recipes…' }).count()).toBe(0);
  });

  test('→ stays a text key while the caret is inside the text', async () => {
    const { page, press, box } = await picker();
    await page.keyboard.type('reci');
    await press('Home', 'ArrowDown', 'ArrowRight');
    await expect.poll(() => box.evaluate((element: HTMLInputElement) => element.selectionStart)).toBe(1);
    expect(await page.getByRole('option', { name: 'New section in Recipes…' }).count()).toBe(0);
  });

  test('← opens the sections where text runs right to left', async () => {
    const { page, press, active } = await picker('one', { query: 'dir=rtl' });
    await page.getByRole('combobox', { name: 'Board' }).evaluate((element) => element.setAttribute('dir', 'rtl'));
    await page.keyboard.type('reci');
    await press('ArrowLeft', 'ArrowDown');
    await expect.poll(() => active()).toBe('Recipes › Cakes');
  });

  test('sections that were not read yet are asked for', async () => {
    const { page, press, calls } = await picker();
    await page.keyboard.type('living');
    await press('ArrowRight');
    await expect.poll(() => calls()).toEqual([['loadSections', '1003']]);
    expect(await page.getByRole('option', { name: 'Loading the sections of Living room…' }).count()).toBe(1);
  });

  test('Home, End and Ctrl+A stay text keys', async () => {
    const { page, press, box } = await picker();
    await page.keyboard.type('garden');
    const caret = () => box.evaluate((element: HTMLInputElement) => [element.selectionStart, element.selectionEnd]);
    await press('Home');
    await expect.poll(() => caret()).toEqual([0, 0]);
    await press('End');
    await expect.poll(() => caret()).toEqual([6, 6]);
    await press('Control+a');
    await expect.poll(() => caret()).toEqual([0, 6]);
  });

  test('a new section is named after its board', async () => {
    const { page, press, box } = await picker();
    await page.keyboard.type('reci');
    await press('ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => box.inputValue()).toBe('Recipes › ');
    await page.keyboard.type('Tarts');
    expect(await page.locator('.picker-row').allTextContents()).toEqual(['New section “Tarts” in Recipes']);
    await press('Enter');
    await expect.poll(() => box.inputValue()).toBe('Recipes › Tarts');
  });

  test('a board that does not exist can be made, secret or not', async () => {
    const { page, press, box } = await picker();
    await page.keyboard.type('Quinces');
    await press('Enter');
    await expect.poll(() => box.inputValue()).toBe('Quinces');
    const secret = page.getByRole('switch', { name: 'Keep the new board secret' });
    await secret.focus();
    await press('Space');
    expect(await secret.isChecked()).toBe(true);
  });

  test('Tab takes the active option and goes on', async () => {
    const { page, press, box } = await picker();
    await page.keyboard.type('garden');
    await press('Tab');
    await expect.poll(() => box.inputValue()).toBe('Garden');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save');
  });

  test('a click on an option chooses it and leaves the focus in the box', async () => {
    const { page, box } = await picker();
    await page.getByRole('button', { name: 'Show boards' }).click();
    await page.getByRole('option', { name: /Typography/ }).click();
    await expect.poll(() => box.inputValue()).toBe('Typography');
    await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('of 2,000 boards only those near what is seen are mounted, with true positions', async () => {
    const { page, press, active } = await picker('huge');
    await press('ArrowUp');
    await expect.poll(() => active()).toBe('Board 2000');
    const options = page.getByRole('option').and(page.locator('.picker-row'));
    expect(await options.count()).toBeLessThan(40);
    expect(await options.last().getAttribute('aria-setsize')).toBe('2001');
    expect(await options.last().getAttribute('aria-posinset')).toBe('2001');
    await page.waitForFunction(() => {
      const active = document.querySelector('.picker-row.is-active')?.getBoundingClientRect();
      const list = document.querySelector('.picker-scroll')?.getBoundingClientRect();
      return active && list && active.bottom <= list.bottom + 1 && active.top >= list.top;
    });
  });
});

describe('one more board', () => {
  const chips = ({ page }: Picker) => page.getByRole('list', { name: 'Also to' }).getByRole('button').allTextContents();
  const button = ({ page }: Picker) => page.getByRole('button', { name: 'Add another board' });

  test('comes by its button: what is chosen then joins the board in the box', async () => {
    const shown = await picker();
    await button(shown).press('Enter');
    await expect.poll(() => shown.page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Add another board');
    await shown.page.keyboard.type('gard');
    await expect.poll(() => shown.page.getByRole('combobox').getAttribute('aria-activedescendant')).not.toBeNull();
    await shown.press('Enter');
    await expect.poll(() => shown.box.inputValue()).toBe('Recipes › Cakes');
    await expect.poll(() => chips(shown)).toEqual(['Garden']);
    expect(await shown.page.getByText('can look like spam to Pinterest').count()).toBe(1);
    expect(await shown.page.getByRole('button', { name: 'Save 2 pins' }).count()).toBe(1);
  });

  test('comes by Ctrl+Enter and Ctrl with a click, and the list stays open, with every chosen option selected', async () => {
    const shown = await picker();
    const { page, press, isOpen } = shown;
    await press('ArrowDown', 'ArrowDown', 'Control+Enter');
    await expect.poll(() => chips(shown)).toEqual(['Garden']);
    await expect.poll(() => isOpen()).toBe(true);
    await page.getByRole('option', { name: /Typography/ }).click({ modifiers: ['Control'] });
    await expect.poll(() => chips(shown)).toEqual(['Garden', 'Typography']);
    const list = page.getByRole('listbox', { name: 'Boards' });
    expect(await list.getAttribute('aria-multiselectable')).toBe('true');
    const selected = await list.getByRole('option', { selected: true }).locator('.picker-name').allTextContents();
    expect(selected).toEqual(['Recipes › Cakes', 'Garden', 'Typography']);
    await press('Control+Enter', 'Escape');
    await expect.poll(() => chips(shown)).toEqual(['Typography']);
  });

  test('is taken out by a press on it, and the focus is in the box again', async () => {
    const shown = await picker('several-boards');
    await shown.page.getByRole('button', { name: 'Remove Garden' }).press('Enter');
    await expect.poll(() => chips(shown)).toEqual(['Autumn']);
    await expect.poll(() => shown.box.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('may be a new one, secret or not', async () => {
    const shown = await picker('several-boards');
    const secret = shown.page.getByRole('switch', { name: 'Keep “Autumn” secret' });
    await secret.press('Space');
    expect(await secret.isChecked()).toBe(true);
    await shown.page.getByRole('button', { name: 'Save 3 pins' }).click();
    expect(await shown.calls()).toMatchObject([
      ['save', [{ targets: [{ label: 'Recipes' }, { label: 'Garden' }, { newBoard: 'Autumn', secret: true }] }]],
    ]);
  });

  test('is not offered where Pinterest’s own window asks for the board', async () => {
    const shown = await picker('not-connected');
    expect(await shown.page.getByRole('button', { name: 'Save with Pinterest' }).count()).toBe(1);
    expect(await button(shown).count()).toBe(0);
  });
});
