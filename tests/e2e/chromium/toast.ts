import { type BrowserContext, expect, type Page } from '@playwright/test';

/** A part of the page as assistive technology sees it. */
interface Seen {
  role: string;
  name: string;
  backendNodeId: number | undefined;
}

/**
 * What the toast says and offers. It lives in a closed shadow root that Playwright's locators do not enter; the
 * accessibility tree does.
 */
export async function toastOn(page: Page): Promise<{ text: string; buttons: string[] }> {
  const parts = await readToast(page);
  return {
    text: parts
      .filter(({ role }) => role === 'StaticText')
      .map(({ name }) => name)
      .join(' | '),
    buttons: parts.filter(({ role }) => role === 'button').map(({ name }) => name),
  };
}

/** Presses one of the toast's buttons with the mouse, as a person does: the event is trusted. */
export async function pressInToast(page: Page, name: string): Promise<void> {
  const button = (await readToast(page)).find((part) => part.role === 'button' && part.name === name);
  if (button?.backendNodeId === undefined) throw new Error(`the toast has no button “${name}”`);
  const cdp = await page.context().newCDPSession(page);
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
  await cdp.detach();
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}

/** Opens the editor by the toast's *Edit*. */
export function editByToast(context: BrowserContext, page: Page): Promise<Page> {
  return openByToast(context, page, 'Edit', '/edit.html');
}

/** Opens the board of the save in the library by the toast's *View*. */
export function viewByToast(context: BrowserContext, page: Page): Promise<Page> {
  return openByToast(context, page, 'View', '/library.html');
}

/** Opens a page of ours by a button of the toast, which counts once it has been visible for half a second. */
async function openByToast(context: BrowserContext, page: Page, button: string, path: string): Promise<Page> {
  const find = () => context.pages().find((open) => open.url().includes(path));
  await expect(async () => {
    if (!find()) await pressInToast(page, button);
    await expect.poll(find, { timeout: 1_000 }).toBeDefined();
  }).toPass();
  const opened = find();
  if (!opened) throw new Error(`no ${path}`);
  return opened;
}

async function readToast(page: Page): Promise<Seen[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const status = nodes.find((node) => node.role?.value === 'status' && !node.ignored);
  const parts: Seen[] = [];
  const walk = (ids: string[] = []) => {
    for (const node of ids.map((id) => byId.get(id))) {
      if (!node) continue;
      if (!node.ignored)
        parts.push({ role: node.role?.value, name: node.name?.value ?? '', backendNodeId: node.backendDOMNodeId });
      walk(node.childIds);
    }
  };
  walk(status?.childIds);
  return parts;
}
