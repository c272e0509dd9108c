import { expect } from '@playwright/test';
import type { Menu } from './chrome-types.ts';
import type { Firefox } from './firefox.ts';
import type { Page } from './pages.ts';

const buttonId = 'tack_tack_example-browser-action';

/** Right-clicks an element of the page in front, as often as it takes until the browser's menu has these items of Tack's. */
export async function openContextMenu(firefox: Firefox, page: Page, selector: string, wanted: string[]): Promise<void> {
  await expect
    .poll(async () => {
      await firefox.chrome(hideMenu, 'contentAreaContextMenu');
      return openOnce(firefox, page, selector);
    })
    .toEqual(wanted);
}

function hideMenu(id: string): void {
  const menu = Services.wm.getMostRecentWindow('navigator:browser').document.getElementById(id) as Menu | null;
  menu?.hidePopup();
}

async function openOnce(firefox: Firefox, page: Page, selector: string): Promise<string[]> {
  await page.run((window, wanted) => {
    const element = window.document.querySelector(wanted);
    if (!element) throw new Error(`no ${wanted}`);
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = { clientX: x + width / 2, clientY: y + height / 2, button: 2 };
    element.dispatchEvent(new window.PointerEvent('contextmenu', { ...at, bubbles: true, cancelable: true }));
  }, selector);
  return shownItems(firefox, 'contentAreaContextMenu');
}

/** Right-clicks the toolbar button, as often as it takes until its menu has these items of Tack's. */
export async function openToolbarMenu(firefox: Firefox, wanted: string[]): Promise<void> {
  // Out of the extensions' panel, where its menu would be another.
  await firefox.chrome((id) => {
    const { CustomizableUI } = ChromeUtils.importESModule(
      'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
    );
    CustomizableUI.addWidgetToArea(id, 'nav-bar');
  }, buttonId);
  await expect
    .poll(async () => {
      await firefox.chrome(hideMenu, 'toolbar-context-menu');
      await firefox.chrome((id) => {
        const { document, PointerEvent } = Services.wm.getMostRecentWindow('navigator:browser');
        const button = document.getElementById(id)?.querySelector('toolbarbutton') ?? document.getElementById(id);
        button?.dispatchEvent(new PointerEvent('contextmenu', { button: 2, bubbles: true, cancelable: true }));
      }, buttonId);
      return shownItems(firefox, 'toolbar-context-menu');
    })
    .toEqual(wanted);
}

/** Chooses one of Tack's items in the menu that is open, as the mouse would: it grants activeTab. */
export async function chooseItem(firefox: Firefox, menuId: string, label: string): Promise<void> {
  await firefox.chrome(
    (id, wanted) => {
      const menu = Services.wm.getMostRecentWindow('navigator:browser').document.getElementById(id) as Menu | null;
      const items = [...(menu?.querySelectorAll<Menu>('menuitem[id^="tack_"]') ?? [])];
      const item = items.find(({ label: own }) => own === wanted);
      if (!item) throw new Error(`no item ${wanted}`);
      item.doCommand();
      menu?.hidePopup();
    },
    menuId,
    label,
  );
}

/** The items of a menu that are Tack's, once it is open; none when it does not open soon. */
async function shownItems(firefox: Firefox, menuId: string): Promise<string[]> {
  let items: string[] = [];
  const wait = async () => {
    await expect.poll(async () => (items = await tackItems(firefox, menuId)), { timeout: 3_000 }).not.toEqual([]);
  };
  await wait().catch(() => undefined);
  return items;
}

function tackItems(firefox: Firefox, menuId: string): Promise<string[]> {
  return firefox.chrome((id) => {
    const menu = Services.wm.getMostRecentWindow('navigator:browser').document.getElementById(id) as Menu | null;
    if (menu?.state !== 'open') return [];
    return [...menu.querySelectorAll<Menu>('menuitem[id^="tack_"]')].map(({ label }) => label);
  }, menuId);
}
