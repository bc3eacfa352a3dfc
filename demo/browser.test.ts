import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, hasDisplay, installHint } from './browser.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-browser-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function program(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '');
  await chmod(path, 0o755);
  return path;
}

test('a browser on the path is found by any of its names', async () => {
  const path = await program('google-chrome');
  expect(findBrowser('chrome', { PATH: `/nowhere:${folder}` })).toBe(path);
});

test('CHROME_BIN wins over the path, and is believed even when it is wrong', async () => {
  await program('chromium');
  const own = await program('my-browser');
  expect(findBrowser('chrome', { PATH: folder, CHROME_BIN: own })).toBe(own);
  expect(findBrowser('chrome', { PATH: folder, CHROME_BIN: `${own}-gone` })).toBeNull();
});

test('Debian is told which packages to install', () => {
  expect(installHint('chrome', 'linux')).toContain('apt-get install -y chromium');
  expect(installHint('firefox', 'linux')).toContain('firefox-esr');
});

test('a Linux without X or Wayland has no display, a Mac always has', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
});
