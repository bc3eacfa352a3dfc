import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Surface } from '../browser/surface.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Story } from '../each-browser.ts';
import { serveWebPages, type WebPages } from '../web-page.ts';

// The harness itself, on a page that is no shop: what every story relies on.

declare const browser: Browser;

let pages: WebPages;

beforeAll(async () => {
  pages = await serveWebPages();
});

afterAll(() => pages.close());

/** Puts a button and a field into the page, which write down whether what happened is trusted. */
async function addProbe(surface: Surface): Promise<void> {
  await surface.evaluate(() => {
    const probe = document.createElement('section');
    probe.id = 'probe';
    probe.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9; background: Canvas';
    const button = document.createElement('button');
    button.textContent = 'Probe';
    const field = document.createElement('input');
    field.ariaLabel = 'Probe field';
    const notes = document.createElement('output');
    probe.append(button, field, notes);
    probe.addEventListener('click', (event) => {
      if (event.target === button) notes.append(` click:${event.isTrusted}`);
    });
    probe.addEventListener('keydown', (event) => {
      const named = ['Tab', 'Enter', 'x'].includes(event.key);
      if (named) notes.append(` ${event.shiftKey ? 'Shift+' : ''}${event.key}:${event.isTrusted}`);
    });
    document.body.append(probe);
  });
}

export const harness: Story = {
  name: 'the harness',
  tests: (running, openWatched) => {
    test('works the panel like a person, and measures what it shows', async () => {
      const { panel } = await openWatched(`${pages.origin}/panel`);
      await panel.waitForText('CoCart');
      await addProbe(panel);
      await panel.click({ role: 'button', name: 'Probe' });
      await panel.waitForText('click:true', '#probe output');
      await panel.press('Tab');
      expect(await panel.focused()).toMatchObject({ role: 'textbox', name: 'Probe field' });
      await panel.type('né');
      await panel.press('Shift+Tab', 'Enter');
      await panel.waitForText(
        'click:true Tab:true Shift+Tab:true Enter:true click:true',
        '#probe output',
      );
      expect(await panel.value({ role: 'textbox', name: /field$/ })).toBe('né');
      await panel.type('other', { role: 'textbox', name: 'Probe field' });
      expect(await panel.value('#probe input')).toBe('other');
      await expect(panel.text({ role: 'button', name: 'Absent' })).rejects.toThrow('there is none');

      await panel.resize({ width: 320, height: 600 });
      const png = await panel.screenshot();
      expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
      expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(320);

      const media = () =>
        panel.evaluate(() => [
          matchMedia('(prefers-color-scheme: dark)').matches,
          matchMedia('(forced-colors: active)').matches,
        ]);
      await panel.setScheme('dark');
      await panel.setForcedColors(true);
      expect(await media()).toEqual([true, true]);
      await panel.setScheme('light');
      await panel.setForcedColors(false);
      expect(await media()).toEqual([false, false]);

      await panel.evaluate(() => document.body.append(document.createElement('button')));
      expect((await panel.axe()).join()).toContain('button-name');
    });

    test('works the real popup, and notices errors of the extension', async () => {
      const page = await running().openPage(`${pages.origin}/popup`);
      await running().openPage(`${pages.origin}/other`);
      const popup = await running().openPopup(page);
      await popup.waitForText('CoCart');
      const [tab] = await popup.evaluate(() => browser.tabs.query({ active: true }));
      expect(tab?.url).toBe(`${pages.origin}/popup`);
      await addProbe(popup);
      await popup.click({ role: 'button', name: 'Probe' });
      await popup.press('Tab', 'x');
      await popup.waitForText('click:true Tab:true x:true', '#probe output');

      expect(await running().errors()).toEqual([]);
      await popup.evaluate(() => {
        // Chromium counts only what a file of the extension raises: here one that is no script.
        const script = document.createElement('script');
        script.src = '/manifest.json';
        document.body.append(script);
        // Firefox refuses that file, but counts this.
        reportError(new Error('on purpose'));
      });
      await waitFor(async () => (await running().errors()).length > 0, 'an error');
      await popup.close();
      expect(await popup.isOpen()).toBe(false);
    });
  },
};
