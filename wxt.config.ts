import { preact } from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';

/**
 * The public half of the key that fixes the id of unpacked builds, so that one redirect URI can be
 * registered while developing. Stores refuse a key, so the packages leave it out; its private half was never kept.
 */
const unpackedKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAslLnQiMJxI4p/vCi10KppaAow6BveYxuF+oTLQbT8oKuhzq/FJlAuAvkIJLrWXeuydUqEHNu8GzGkf8G/b47y9PkUhk+e40MV1DRWh6tFO1Nc+m9+ODcLMTeA6qYKTMQyC9sSJYrdScSwhe6UUWx/jc/OczHVkYkHeizBZi14ckTG0TYI9z6uDoKsdAfn+6PNrNF2zd9DgjiiTlvRiQ919JjFYqhx1XQuYGU8RvK5CwuYYH+Z/6KB5IlxEPx7WtYq0kNfSF8QBx28mJ/Z0dZpW9olKSq9JGD0yG2ECZcTyGVSugRZJT1i3Vi9NBNAEVPruZM44srAcvGZH6lmtl8LQIDAQAB';

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: http: data: blob:",
  'media-src https: http: blob:',
  // Picture hosts and the relay are unknown at build time; this binds the worker's fetch too.
  'connect-src https: http:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `npm run zip` sets this. Packages are built beside what is loaded unpacked: the stores' carry no key. */
const isPackage = process.env['TACK_PACKAGE'] === '1';

/**
 * The popup's script asks for the reading of the page at once: its page begins to load it, and what it imports, beside the
 * script.
 */
const preloadReading: Plugin = {
  name: 'tack:preload-reading',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {}, chunk: page }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const reading = chunks.find(({ name }) => name === 'reading');
      const files = reading ? [reading.fileName, ...reading.imports.filter((file) => file !== page?.fileName)] : [];
      return files.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/** Vite's own helper loads the styles of what comes later; ours stand in the page, and only the script is to come. */
const plainImports: Plugin = {
  name: 'tack:plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper\.js$/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

export default defineConfig({
  manifestVersion: 3,
  outDir: isPackage ? '.output/packages' : '.output',
  zip: {
    name: 'tack',
    // What a reviewer needs to build the package again, and no more.
    excludeSources: ['tests/**', 'relay/**', 'docs/**', 'demo-output/**', 'test-results/**', '.github/**', '.ci/**'],
  },
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), preloadReading, plainImports],
    build: { modulePreload: false },
    // Components read signals by a hook of ours: what binds signals to every element is 1.2 KB of each page.
    resolve: { alias: { '@preact/signals': '@preact/signals-core' } },
  }),
  hooks: {
    // Each is built by itself: what pages share would be cut into files of its own, and each of those costs a little.
    'entrypoints:grouped'(_wxt, groups) {
      const pages = groups.find((group) => Array.isArray(group) && group.some(({ name }) => name === 'popup'));
      if (!Array.isArray(pages)) return;
      for (const own of ['popup', 'library']) {
        const at = pages.findIndex(({ name }) => name === own);
        groups.push(pages.splice(at, 1));
      }
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'contextMenus',
      'storage',
      'unlimitedStorage',
      'alarms',
      'identity',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    host_permissions: ['https://api.pinterest.com/*', 'https://api-sandbox.pinterest.com/*'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // Not optional in Firefox, where it would be refused as unknown.
    ...(browser === 'firefox' ? {} : { optional_permissions: ['declarativeNetRequestWithHostAccess'] }),
    content_security_policy: { extension_pages: csp },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'quick-pin': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandQuickPin__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tack@tack.example',
              strict_min_version: '140.0',
              // Saving sends the picture, texts and the page's address to Pinterest; connecting sends keys and codes.
              data_collection_permissions: { required: ['websiteContent', 'browsingActivity', 'authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '127', ...(isPackage ? {} : { key: unpackedKey }) }),
  }),
});
