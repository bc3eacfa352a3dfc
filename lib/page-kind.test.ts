import { expect, it } from 'vitest';
import { pageKind } from './page-kind.ts';

it.each([
  ['https://shop.example/cart/', 'web'],
  ['http://localhost:8080/', 'web'],
  ['about:blank', 'browser'],
  ['chrome://extensions/', 'browser'],
  ['edge://settings/', 'browser'],
  ['view-source:https://shop.example/', 'browser'],
  ['chrome-error://chromewebdata/', 'browser'],
  ['chrome-extension://abcdefgh/popup.html', 'extension'],
  ['moz-extension://1234/popup.html', 'extension'],
  ['file:///home/joe/cart.html', 'file'],
  ['data:text/html,hello', 'file'],
  ['https://shop.example/invoice.PDF', 'pdf'],
  ['https://addons.mozilla.org/en-US/firefox/', 'addons'],
  ['https://support.mozilla.org/', 'addons'],
  ['https://chromewebstore.google.com/detail/x', 'addons'],
  ['https://chrome.google.com/webstore/detail/x', 'addons'],
  ['https://chrome.google.com/', 'web'],
  ['https://microsoftedge.microsoft.com/addons/detail/x', 'addons'],
  ['', 'unknown'],
  ['not an address', 'unknown'],
  [null, 'unknown'],
])('%s is of the kind %s', (url, kind) => {
  expect(pageKind(url).kind).toBe(kind);
});

it('names a page for a sentence', () => {
  expect(pageKind('chrome://newtab/').name).toBe('a browser page');
  expect(pageKind('https://shop.example/x').name).toBe('shop.example');
});
