import browser from 'webextension-polyfill';

void browser.devtools.panels.create('CoCart', '/icon/32.png', '/panel.html');
