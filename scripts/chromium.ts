import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

/**
 * The Chromium to run, as a path: `CHROMIUM`, Playwright's own, the system's, else one that is installed now
 * (by Playwright, or by apt-get where we are root). Ends the process with the command to type when none can be had.
 */
export function findChromium(): string {
  const found = present();
  if (found) return found;
  console.log('No Chromium found; installing one …');
  run('npx', ['playwright', 'install', 'chromium']);
  if (!present() && process.getuid?.() === 0) {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', 'chromium']);
  }
  const installed = present();
  if (installed) return installed;
  console.error('Please install Chromium: sudo apt-get install chromium (or set CHROMIUM to its path)');
  process.exit(1);
}

function present(): string | undefined {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
  return [process.env['CHROMIUM'], chromium.executablePath(), ...system].find((path) => path && isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 });
}
