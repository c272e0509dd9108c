import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { extensionIdOf, launch } from './browser.ts';

interface Preferences {
  extensions: {
    settings: Record<string, Record<'active_permissions' | 'granted_permissions', object> & Record<string, unknown>>;
  };
}

/**
 * Starts Chromium with an extension that the person has already given these sites: the browser's own question cannot
 * be answered without a display, so the answer is written into the profile between two starts.
 */
export async function launchWithAccess(
  tlsPort: number,
  origins: string[],
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const profile = await mkdtemp(path.join(tmpdir(), 'tack-profile-'));
  const first = await launch({ tlsPort, profile });
  const id = await extensionIdOf(first);
  await first.close();
  await writeAccess(path.join(profile, 'Default', 'Preferences'), id, origins);
  const context = await launch({ tlsPort, profile });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function writeAccess(file: string, id: string, origins: string[]): Promise<void> {
  const preferences: Preferences = JSON.parse(await readFile(file, 'utf8'));
  const settings = preferences.extensions.settings[id];
  if (!settings) throw new Error('the profile does not know the extension');
  const granted = { api: [], explicit_host: origins, manifest_permissions: [], scriptable_host: [] };
  settings['runtime_granted_permissions'] = granted;
  for (const kind of ['active_permissions', 'granted_permissions'] as const) {
    const known = settings[kind] as { explicit_host?: string[] };
    settings[kind] = { ...known, explicit_host: [...(known.explicit_host ?? []), ...origins] };
  }
  await writeFile(file, JSON.stringify(preferences));
}
