import { browser } from 'wxt/browser';
import { translate } from '../words/translate.ts';

/** The extension's keys as they are set now; an empty string where the browser assigned none. */
export async function shortcuts(): Promise<{ name: string; description: string; keys: string }[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description: name === '_execute_action' ? translate('options.shortcutPopup') : description,
    keys: shortcut,
  }));
}

/** Opens the browser's own page that changes the keys. */
export async function openShortcutSettings(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) return commands.openShortcutSettings();
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
