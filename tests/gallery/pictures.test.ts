import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Gallery, openGallery, type ShowOptions } from './open-gallery.ts';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

const list = (page: Page) => page.getByRole('listbox', { name: 'Images on this page' });
const selected = (page: Page) =>
  page
    .locator('.tile[aria-selected=true]')
    .evaluateAll((tiles) => tiles.map((tile) => Number(tile.getAttribute('aria-posinset'))));
const active = (page: Page) =>
  list(page).evaluate((element) =>
    Number(document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-posinset')),
  );

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function focused(state = 'one', options?: ShowOptions): Promise<Page> {
  const page = await gallery.show(state, options);
  await list(page).focus();
  return page;
}

describe('the listbox "Images on this page"', () => {
  test('starts with the best picture chosen, and names pictures by alt text or file name and size', async () => {
    const page = await focused();
    await expect.poll(() => selected(page)).toEqual([1]);
    const options = list(page).getByRole('option');
    const name = (index: number) => options.nth(index).locator('.unseen').textContent();
    await expect.poll(() => name(0)).toBe('Plum cake on a blue plate, 1200 × 1600');
    await expect.poll(() => name(2)).toBe('photo-3.jpg, 800 × 1000');
    await expect.poll(() => name(4)).toBe('The table by the window, 1500 × 1000, Saved to Garden');
    await expect.poll(() => list(page).getAttribute('aria-multiselectable')).toBe('true');
    await expect.poll(() => list(page).getByRole('button').count()).toBe(0);
  });

  test('arrows move by sight and choose nothing', async () => {
    const page = await focused();
    await press(page, 'ArrowRight');
    await expect.poll(() => active(page)).toBe(2);
    await press(page, 'ArrowRight', 'ArrowRight');
    await expect.poll(() => active(page)).toBe(3);
    await press(page, 'ArrowDown');
    await expect.poll(() => active(page)).toBe(4);
    await press(page, 'ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowDown');
    await expect.poll(() => active(page)).toBe(5);
    await expect.poll(() => selected(page)).toEqual([1]);
  });

  test('arrows follow sight where text runs right to left', async () => {
    const page = await focused('one', { query: 'dir=rtl' });
    await press(page, 'ArrowLeft');
    await expect.poll(() => active(page)).toBe(2);
    await press(page, 'ArrowRight');
    await expect.poll(() => active(page)).toBe(1);
  });

  test('Space adds and takes out', async () => {
    const page = await focused();
    await press(page, 'ArrowRight', 'Space');
    await expect.poll(() => selected(page)).toEqual([1, 2]);
    await press(page, 'Space');
    await expect.poll(() => selected(page)).toEqual([1]);
  });

  test('Shift+Arrow extends and shrinks the range again', async () => {
    const page = await focused();
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight');
    await expect.poll(() => selected(page)).toEqual([1, 2, 3]);
    await press(page, 'Shift+ArrowLeft');
    await expect.poll(() => selected(page)).toEqual([1, 2]);
  });

  test('Ctrl+A chooses all, Home and End go to the ends', async () => {
    const page = await focused();
    await press(page, 'Control+a', 'End');
    await page.getByRole('button', { name: 'Save 24 pins' }).waitFor();
    await expect.poll(() => active(page)).toBe(24);
    await press(page, 'Home');
    await expect.poll(() => active(page)).toBe(1);
  });

  test('the first click replaces what Tack proposed; the next ones add', async () => {
    const page = await focused();
    const options = list(page).getByRole('option');
    await options.nth(2).click();
    await expect.poll(() => selected(page)).toEqual([3]);
    await options.nth(1).click();
    await expect.poll(() => selected(page)).toEqual([2, 3]);
    await options.nth(5).click({ modifiers: ['Shift'] });
    await expect.poll(() => selected(page)).toEqual([2, 3, 4, 5, 6]);
  });

  test('Enter right after a change of selection does nothing, a little later it saves', async () => {
    const page = await focused('one', { isClockStopped: true });
    const calls = () =>
      page.evaluate(() => (globalThis as unknown as { calls: unknown[][] }).calls.map(([name]) => name));
    await page.clock.runFor(1000);
    await press(page, 'ArrowRight', 'Space', 'Enter');
    expect(await calls()).not.toContain('save');
    await page.clock.runFor(250);
    await press(page, 'Enter');
    expect(await calls()).toContain('save');
  });

  test('of 5,000 pictures only those near what is seen are mounted, with true positions', async () => {
    const page = await gallery.show('huge');
    await list(page).focus();
    await press(page, 'End');
    await page.waitForFunction(() => document.querySelector('.tile.is-active[aria-posinset="5000"]'));
    const options = list(page).getByRole('option');
    expect(await options.count()).toBeLessThan(60);
    expect(await options.last().getAttribute('aria-setsize')).toBe('5000');
    await expect.poll(() => active(page)).toBe(5000);
  });

  test('a picture that cannot be shown gives its name and size, and can be chosen', async () => {
    const page = await gallery.show('broken');
    const option = list(page).getByRole('option').nth(1);
    await option.locator('.tile-words').waitFor();
    expect(await option.textContent()).toContain('Slices on a rack');
    expect(await option.textContent()).toContain('900 × 1350');
    await option.click();
    await expect.poll(() => selected(page)).toEqual([2]);
  });

  describe('nothing moves under the finger', () => {
    /** The page is read again, and a picture that ranks first has come. */
    const findBetter = (page: Page) =>
      page.evaluate(() => {
        const tools = globalThis as unknown as { pictures: () => { key: string }[]; change: (more: object) => void };
        const [first, ...others] = tools.pictures();
        tools.change({ pictures: [{ ...first, key: 'better', altText: 'Better' }, first, ...others], shownCount: 25 });
      });
    const nameAt = (page: Page, index: number) =>
      list(page).getByRole('option').nth(index).locator('.unseen').textContent();

    test('before anyone touched it, a better picture takes the first place and the choice', async () => {
      const page = await gallery.show('one', { isClockStopped: true });
      await findBetter(page);
      await page.getByText('25 pictures').waitFor();
      expect(await nameAt(page, 0)).toMatch(/^Better/);
      await expect.poll(() => selected(page)).toEqual([1]);
    });

    test('after the first key it goes below, and the choice stays', async () => {
      const page = await gallery.show('one', { isClockStopped: true });
      await list(page).press('Shift');
      await findBetter(page);
      await page.getByText('25 pictures').waitFor();
      expect(await nameAt(page, 0)).toMatch(/^Plum cake on a blue plate/);
      await expect.poll(() => selected(page)).toEqual([1]);
    });

    test('when it comes later it goes below', async () => {
      const page = await gallery.show('one', { isClockStopped: true });
      await page.clock.runFor(1000);
      await findBetter(page);
      await page.getByText('25 pictures').waitFor();
      expect(await nameAt(page, 0)).toMatch(/^Plum cake on a blue plate/);
    });
  });

  test('tiles stand still while pictures come in', async () => {
    const page = await gallery.show('one');
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((seen) => {
            const shifts = seen.getEntries() as (PerformanceEntry & { value: number })[];
            resolve(shifts.reduce((sum, { value }) => sum + value, 0));
          }).observe({ type: 'layout-shift', buffered: true });
          Promise.all([...document.images].map((image) => image.decode().catch(() => {}))).then(() =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))),
          );
        }),
    );
    expect(shift).toBeLessThan(0.05);
  });
});
