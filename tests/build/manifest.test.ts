import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`.output/${folder}/manifest.json`, 'utf8'));

test('the Chromium manifest asks for exactly what DESIGN says, and for no site', () => {
  const { key, version, name, description, ...rest } = read('chrome-mv3');
  expect(key).toMatch(/^MIIB/);
  expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  expect([name, description]).toEqual(['__MSG_extName__', '__MSG_extDescription__']);
  expect(rest).toEqual({
    manifest_version: 3,
    default_locale: 'en',
    minimum_chrome_version: '127',
    permissions: [
      'activeTab',
      'scripting',
      'contextMenus',
      'storage',
      'unlimitedStorage',
      'alarms',
      'identity',
      'offscreen',
    ],
    host_permissions: ['https://api.pinterest.com/*', 'https://api-sandbox.pinterest.com/*'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    optional_permissions: ['declarativeNetRequestWithHostAccess'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http: data: blob:; " +
        "media-src https: http: blob:; connect-src https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'quick-pin': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandQuickPin__' },
    },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    background: { service_worker: 'background.js' },
    action: { default_title: 'Tack', default_popup: 'popup.html' },
    options_ui: { page: 'options.html', open_in_tab: true },
  });
});

test('the Firefox manifest differs where Firefox does, and says what data leaves the browser', () => {
  const { key, minimum_chrome_version, optional_permissions, background, permissions, ...shared } = read('chrome-mv3');
  const { browser_specific_settings: own, background: page, permissions: asked, ...rest } = read('firefox-mv3');
  expect(rest).toEqual(shared);
  expect(asked).toEqual((permissions as string[]).filter((name) => name !== 'offscreen'));
  expect(page).toEqual({ scripts: ['background.js'] });
  expect(own).toEqual({
    gecko: {
      id: 'tack@tack.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['websiteContent', 'browsingActivity', 'authenticationInfo'] },
    },
  });
});
