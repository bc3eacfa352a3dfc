import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Surface } from '../browser/surface.ts';
import type { Story } from '../each-browser.ts';
import { keyOf, shop, shopUrl, useDemo } from '../on-demo-store.ts';

// Calls as a file: exported without a key, imported again by the worker of the built extension.

const demo = useDemo();

const CALLS = { role: 'grid', name: 'Calls' };
const INPUT = '.drop-place input';

/** Saves the export, and answers what the browser would have put into the file. */
async function savedText(panel: Surface): Promise<string> {
  await panel.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) {
        void blob.text().then((text) => {
          document.documentElement.dataset.saved = text;
        });
      }
      return make(blob);
    };
  });
  await panel.click({ role: 'button', name: 'Save cocart-calls.har' });
  await panel.waitFor('html[data-saved]');
  return panel.evaluate(() => document.documentElement.dataset.saved ?? '');
}

/** Chooses a file as a person does in the browser's own dialog, which no test can press. */
async function choose(panel: Surface, text: string, name: string): Promise<void> {
  await panel.waitFor(INPUT);
  await panel.evaluate(
    (selector, content, fileName) => {
      const input = document.querySelector(selector);
      if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], fileName));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    INPUT,
    text,
    name,
  );
}

export const harFile: Story = {
  name: 'calls as a file',
  tests: (running, openWatched) => {
    beforeEach(() => demo().clearRequests());
    afterEach(async () => expect(await running().errors()).toEqual([]));

    test('go out without a key, and come in as the same timeline, beside the tab’s own', async () => {
      const { page, panel } = await openWatched(shopUrl(demo()));
      await shop(page, '[data-testid="add-10"]');
      await panel.waitForText('1 item · 1 line');
      await panel.click({ role: 'tab', name: 'Timeline' });
      await panel.waitForText('new cart with 1 item in 1 line: no key was sent', CALLS);

      await panel.click({ role: 'button', name: 'Export…' });
      await panel.waitForText(/\d+ cart keys?/, { role: 'region', name: 'What is hidden' });
      expect(await panel.axe()).toEqual([]);
      const text = await savedText(panel);
      expect(text).toContain('guest-A');
      expect(text).not.toContain(await keyOf(page));
      await panel.click({ role: 'button', name: 'Close' });

      await panel.click({ role: 'button', name: 'Import…' });
      await choose(panel, '<!doctype html>', 'page.har');
      await panel.waitForText('This is no HAR file: it is not JSON.');
      await choose(panel, text, 'shop.har');
      await panel.waitForText('Imported: shop.har');
      await panel.waitForText('new cart with 1 item in 1 line: no key was sent', CALLS);
      expect(await panel.text(CALLS)).toContain('guest-A');
      expect(await panel.axe()).toEqual([]);

      await shop(page, '[data-testid="add-16"]');
      await panel.click({ role: 'button', name: 'Back to live' });
      await panel.waitForText('Download × 1 added', CALLS);
    });
  },
};
