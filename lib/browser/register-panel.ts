import browser from 'webextension-polyfill';

/** Adds the panel to DevTools. Firefox wants addresses that begin at the extension's root. */
export async function registerPanel(): Promise<void> {
  await browser.devtools.panels.create('CoCart', '/icon/32.png', '/panel.html');
}
