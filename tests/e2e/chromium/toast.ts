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

/** Opens the editor by the toast's *Edit*, which counts once it has been visible for half a second. */
export async function editByToast(context: BrowserContext, page: Page): Promise<Page> {
  const editor = () => context.pages().find((open) => open.url().includes('/edit.html'));
  await expect(async () => {
    if (!editor()) await pressInToast(page, 'Edit');
    await expect.poll(editor, { timeout: 1_000 }).toBeDefined();
  }).toPass();
  const opened = editor();
  if (!opened) throw new Error('no editor');
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
