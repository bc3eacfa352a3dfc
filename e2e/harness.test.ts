import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import type { Surface } from './browser/surface.ts';
import { waitFor } from './browser/wait-for.ts';
import { inEachBrowser } from './each-browser.ts';
import { serveWebPages, type WebPages } from './web-page.ts';

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

inEachBrowser('the harness', (running) => {
  test('shows the panel and works it like a person', async () => {
    const page = await running().openPage(`${pages.origin}/panel`);
    const panel = await running().openPanel(page);
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

    await panel.close();
    expect(await panel.isOpen()).toBe(false);
    const again = await running().openPanel(page);
    await again.waitForText('CoCart');
    expect(await again.count('#probe')).toBe(0);
  });

  test('lets the panel hear the page, with DevTools opened straight on it', async () => {
    const page = await running().openPage(`${pages.origin}/heard`);
    const panel = await running().openPanel(page);
    await panel.waitForText('CoCart');
    await panel.evaluate(() => {
      browser.devtools.network.onRequestFinished.addListener((entry) => {
        const heard = document.createElement('p');
        heard.textContent = JSON.stringify(entry);
        document.body.append(heard);
      });
    });
    await page.evaluate(() => fetch('/called-by-the-page', { method: 'POST', body: 'a=1' }));
    await panel.waitForText('/called-by-the-page');
    await panel.waitForText('visited=1');
  });

  test('paints, measures and colours the panel', async () => {
    const panel = await running().openPanel(await running().openPage(`${pages.origin}/look`));
    await panel.waitForText('CoCart');
    await panel.resize({ width: 320, height: 600 });
    const png = await panel.screenshot();
    expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(320);

    const dark = () => matchMedia('(prefers-color-scheme: dark)').matches;
    const forced = () => matchMedia('(forced-colors: active)').matches;
    expect([await panel.evaluate(dark), await panel.evaluate(forced)]).toEqual([false, false]);
    await panel.setScheme('dark');
    await panel.setForcedColors(true);
    expect([await panel.evaluate(dark), await panel.evaluate(forced)]).toEqual([true, true]);
    await panel.setScheme('light');
    await panel.setForcedColors(false);
    expect([await panel.evaluate(dark), await panel.evaluate(forced)]).toEqual([false, false]);

    await panel.evaluate(() => document.body.append(document.createElement('button')));
    expect((await panel.axe()).join()).toContain('button-name');
  });

  test('shows the real popup, which knows the tab it was opened for', async () => {
    const page = await running().openPage(`${pages.origin}/popup`);
    await running().openPage(`${pages.origin}/other`);
    const popup = await running().openPopup(page);
    await popup.waitForText('CoCart');
    const [tab] = await popup.evaluate(() => browser.tabs.query({ active: true }));
    expect(tab?.url).toBe(`${pages.origin}/popup`);
    const title = await popup.evaluate(async () => {
      const [active] = await browser.tabs.query({ active: true });
      const tabId = active?.id ?? -1;
      const func = () => document.title;
      const [injected] = await browser.scripting.executeScript({ target: { tabId }, func });
      return injected?.result;
    });
    expect(title).toBe('A page');
    await addProbe(popup);
    await popup.click({ role: 'button', name: 'Probe' });
    await popup.press('Tab', 'x');
    await popup.waitForText('click:true Tab:true x:true', '#probe output');
    expect((await popup.screenshot()).length).toBeGreaterThan(100);
    await popup.close();
    expect(await popup.isOpen()).toBe(false);
  });

  test('leaves a question for access open, answers it when told, and takes access back', async () => {
    const popup = await running().openPopup(await running().openPage(`${pages.origin}/ask`));
    await popup.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Ask';
      button.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9';
      const origins = ['http://localhost/*'];
      button.onclick = async () => {
        button.textContent = 'Asking';
        button.textContent = `Granted: ${await browser.permissions.request({ origins })}`;
      };
      document.body.append(button);
    });
    expect(await running().granted()).toEqual([]);
    await running().grantOnAsk(pages.origin);
    expect(await running().granted()).toEqual([]);
    await popup.click({ role: 'button', name: 'Ask' });
    await popup.waitForText('Granted: true');
    expect(await running().granted()).toEqual(['http://localhost/*']);
    const names = await popup.evaluate(async () =>
      (await browser.cookies.getAll({})).map(({ name }) => name),
    );
    expect(names).toContain('visited');

    await running().revoke(pages.origin);
    expect(await running().granted()).toEqual([]);
    await popup.close();
  });

  test('stops the background, and a message wakes it', async () => {
    const popup = await running().openPopup(await running().openPage(`${pages.origin}/stop`));
    await popup.evaluate(() => browser.runtime.sendMessage('be awake').catch(() => null));
    await waitFor(() => running().backgroundRuns(), 'the background to run');
    await running().stopBackground();
    expect(await running().backgroundRuns()).toBe(false);
    await popup.evaluate(() => browser.runtime.sendMessage('wake up').catch(() => null));
    await waitFor(() => running().backgroundRuns(), 'the background to wake');
    await popup.close();
  });

  test('reads the badge', async () => {
    const page = await running().openPage(`${pages.origin}/badge`);
    const popup = await running().openPopup(page);
    await popup.evaluate(async () => {
      // For each tab: the extension itself may have set an empty text for it, which goes before.
      for (const { id } of await browser.tabs.query({})) {
        if (id === undefined) continue;
        await browser.action.setBadgeText({ tabId: id, text: '7' });
        await browser.action.setBadgeBackgroundColor({ tabId: id, color: '#102030' });
      }
    });
    await popup.close();
    expect(await running().badge(page)).toEqual({ text: '7', color: [16, 32, 48, 255] });
    await page.close();
  });

  test('reads clipboard, cookies and errors', async () => {
    const page = await running().openPage(`${pages.origin}/rest`);
    const popup = await running().openPopup(page);
    await popup.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Copy';
      button.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9';
      button.onclick = () => navigator.clipboard.writeText('a key').then(() => button.remove());
      document.body.append(button);
    });
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
    await popup.click({ role: 'button', name: 'Copy' });
    await popup.waitForNone({ role: 'button', name: 'Copy' });
    await popup.close();
    expect(await running().clipboard()).toBe('a key');

    await running().setCookie({ name: 'mine', value: '1', domain: 'localhost', httpOnly: true });
    const mine = (await running().cookies()).filter(({ name }) => name === 'mine');
    expect(mine).toMatchObject([{ name: 'mine', httpOnly: true }]);
    await running().deleteCookie(...mine);
    expect((await running().cookies()).map(({ name }) => name)).not.toContain('mine');
  });
});
