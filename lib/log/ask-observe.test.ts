import { expect, it } from 'vitest';
import { askObserve } from './ask-observe.ts';

const SHOP = 'https://shop.example/basket?token=secret#top';

it('asks for the page and the stores it is known to call, each once', () => {
  const ask = askObserve(1, SHOP, ['https://store.example:8443', 'https://shop.example']);
  expect(ask).toMatchObject({
    wish: { kind: 'observe', tabId: 1, pageUrl: 'https://shop.example/basket' },
    origins: ['https://shop.example', 'https://store.example:8443'],
  });
  expect(ask?.reason).toContain('shop.example and store.example:8443');
});

it.each([null, '', 'about:blank', 'file:///tmp/shop.html'])('asks nothing of %s', (url) => {
  expect(askObserve(1, url, [])).toBeNull();
});
