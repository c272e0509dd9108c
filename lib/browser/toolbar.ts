import { browser } from 'wxt/browser';
import type { ToolbarFace } from './toolbar-face.ts';

const colours = { calm: '#566361', good: '#0b6e66', bad: '#a3241c' };
const sizes = [16, 32, 48] as const;

let shown = '';

/** Shows a face on the toolbar button; asking for the one that is there costs nothing. */
export async function showToolbar(face: ToolbarFace): Promise<void> {
  const wanted = JSON.stringify(face);
  if (wanted === shown) return;
  shown = wanted;
  const { action } = browser;
  const prefix = face.icon === 'off' ? 'off-' : '';
  await Promise.all([
    action.setIcon({ path: Object.fromEntries(sizes.map((size) => [size, `/icon/${prefix}${size}.png`])) }),
    action.setTitle({ title: face.title }),
    action.setBadgeText({ text: face.badge }),
    action.setBadgeBackgroundColor({ color: colours[face.tone] }),
    action.setBadgeTextColor({ color: '#ffffff' }),
  ]);
}

/** Whether the button stands in the toolbar itself; undefined where the browser does not tell. */
export async function isOnToolbar(): Promise<boolean | undefined> {
  return (await browser.action.getUserSettings?.().catch(() => undefined))?.isOnToolbar;
}
