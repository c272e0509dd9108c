import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  await cp(await profileWithAccess(tlsPort, origins), profile, { recursive: true });
  const context = await launch({ tlsPort, profile });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

const prepared = new Map<string, Promise<string>>();

/** A profile with this answer in it, written once for all tests of a worker. */
function profileWithAccess(tlsPort: number, origins: string[]): Promise<string> {
  const key = origins.join(' ');
  const found = prepared.get(key) ?? prepare(tlsPort, origins);
  prepared.set(key, found);
  return found;
}

async function prepare(tlsPort: number, origins: string[]): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'tack-prepared-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  const context = await launch({ tlsPort, profile });
  const id = await extensionIdOf(context);
  await context.close();
  await writeAccess(path.join(profile, 'Default', 'Preferences'), id, origins);
  return profile;
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
