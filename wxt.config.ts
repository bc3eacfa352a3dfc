import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** The add-on id Firefox needs for storage and for a temporary install. */
const GECKO_ID = 'devtools@cocart-devtools.example';

export default defineConfig({
  // Names come from explicit imports only, so that a reader sees where each one lives.
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()] }),
  zip: { artifactTemplate: '{{name}}-{{version}}-{{browser}}-{{manifestVersion}}.zip' },
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: 'CoCart DevTools',
    description: 'See and steer the CoCart cart of the page in front of you.',
    permissions: ['storage', 'cookies', 'scripting', 'activeTab'],
    // Nothing is granted at install: each origin is asked for when an action needs it.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: 'CoCart' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
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
