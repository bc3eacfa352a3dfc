import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The add-on id Firefox needs for storage and for a temporary install. */
const GECKO_ID = 'devtools@cocart-devtools.example';

/**
 * Pages of the extension load nothing from elsewhere and run nothing but their own scripts. Only
 * requests go out, to the store being looked at, http for local ones included: Firefox would upgrade
 * those by its default policy. There is no `frame-ancestors`: Chromium shows the panel in a frame.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src http: https:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * What is loaded together is one file, with all that it imports: a dozen small ones compress worse.
 * First what panel and popup both load before they show themselves, then what both show of a cart, then
 * what reads the answers of stores, with the signals that tell of them, which the popup has no need of.
 * Then, one trip each instead of one for every import of an import: what brings back the calls of before,
 * the small parts of all screens, and the Cart screen, for the panel waits for them. The page that
 * registers the panel takes the polyfill alone.
 */
const SHARED = [
  { name: 'polyfill', test: /webextension-polyfill/, priority: 3 },
  {
    name: 'base',
    test: /lib[\\/](?:browser[\\/](?:tab-host|ask-for-access|watch-session)|log[\\/]ask-store)\.ts$|components[\\/](?:ui[\\/]use-loaded|session[\\/](?:use-wishes|use-now))\.ts$|jsx-?runtime/i,
    priority: 2,
  },
  {
    name: 'whose',
    test: /components[\\/](?:session[\\/](?:KeyPill|Moment|ExpiryText|ThroughNote|cause-text|place-words|lane-place|lanes-to-offer|other-keys-text)|ui[\\/](?:Pill|Tabs|ShortLabel)|action[\\/]use-acts)\.tsx?$|lib[\\/](?:counted|session[\\/](?:reading-price|version-span)|log[\\/](?:call|ask-refresh)|cocart[\\/]store-address)\.ts$/,
    priority: 1,
  },
  {
    name: 'reader',
    test: /lib[\\/]log[\\/](?:cart-log|fill-log)\.ts$|@preact[\\/]signals/,
    priority: 0.5,
  },
  { name: 'keeping', test: /lib[\\/]browser[\\/]keeping\.ts$/, priority: 0.4 },
  {
    name: 'parts',
    test: /components[\\/](?:ui[\\/](?:Note|StoreText|Segmented|Disclosure)|cart[\\/]words|action[\\/]lane-acts|session[\\/](?:use-store-routes|call-words))\.tsx?$|lib[\\/](?:cart[\\/](?:line-name|money)|json[\\/]json-text)\.ts$/,
    priority: 0.3,
  },
  { name: 'cart', test: /components[\\/]panel[\\/]CartScreen\.tsx$/, priority: 0.2 },
];

export default defineConfig({
  // Names come from explicit imports only, so that a reader sees where each one lives.
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [preact()],
    // Files come from the extension's own package: naming them in advance costs more than it saves.
    build: { modulePreload: false },
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (!entrypoints.some(({ name }) => name === 'popup')) return;
      const output = config.build?.rollupOptions?.output;
      if (output && !Array.isArray(output)) output.codeSplitting = { groups: SHARED };
    },
  },
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}-{{manifestVersion}}.zip' },
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: 'CoCart DevTools',
    description: 'See and steer the CoCart cart of the page in front of you.',
    permissions: [
      // Captures (session) and the reasons of granted access (local).
      'storage',
      // Session cookies are HttpOnly; read for granted sites only.
      'cookies',
      // One look into the page's storage and API link; for granted sites only.
      'scripting',
      // The popup learns the address of the tab that it was opened for.
      'activeTab',
      // Starts the background once more after the optional permission was given (`beginObserving`).
      ...(browser === 'firefox' ? ['alarms'] : []),
    ],
    // Calls as they happen, with DevTools closed: observed, never blocked. For granted sites only.
    optional_permissions: ['webRequest'],
    // Nothing is granted at install: each origin is asked for when an action needs it.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    // `npm run dev` loads its modules from Vite's server.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    action: { default_title: 'CoCart' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    ...(browser !== 'firefox' && {
      // `partitionKey` in cookies.getAll; storage.session with 10 MB came before.
      minimum_chrome_version: '120',
      // A private window has cookies of its own, and its requests have to carry those.
      incognito: 'split',
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: GECKO_ID,
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
