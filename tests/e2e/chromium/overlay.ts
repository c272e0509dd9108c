import type { Page } from '@playwright/test';

/**
 * Has the page lay something over all of itself that shows nothing and lets clicks through, and waits until the
 * browser knows that it hides what `selector` finds.
 */
export async function layOver(page: Page, selector: string): Promise<void> {
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.className = 'cover';
    cover.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; pointer-events: none';
    document.body.append(cover);
    cover.showPopover();
  });
  // IntersectionObserver v2 looks every 100 ms; a press before it has looked would count.
  await page.waitForFunction(
    (hidden) =>
      new Promise((resolve) => {
        const look = { threshold: [0], trackVisibility: true, delay: 100 };
        const host = document.querySelector(hidden);
        const observer = new IntersectionObserver((entries) => {
          const entry = entries.at(-1) as (IntersectionObserverEntry & { isVisible?: boolean }) | undefined;
          if (entry?.isVisible === false) resolve(true);
        }, look);
        if (host) observer.observe(host);
      }),
    selector,
  );
}
