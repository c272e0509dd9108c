import { accessSync, constants } from 'node:fs';

/** The Firefox to test with: `FIREFOX`, else the system's; undefined where there is none. */
export function findFirefox(): string | undefined {
  const system = [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ];
  return [process.env['FIREFOX'], ...system].find((path) => path && isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
