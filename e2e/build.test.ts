import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from '../lib/zod.ts';
import { builtExtension } from './browser/built-extension.ts';

// What is built is what people install: these are promises about its files.

const Manifest = z.looseObject({
  manifest_version: z.number(),
  permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()),
  optional_host_permissions: z.array(z.string()),
  content_security_policy: z.object({ extension_pages: z.string() }),
});

describe.each(['chromium', 'firefox'] as const)('the build for %s', (name) => {
  const files = () => readdirSync(builtExtension(name), { recursive: true, encoding: 'utf8' });
  const read = (path: string) => readFileSync(join(builtExtension(name), path), 'utf8');

  test('asks for no access at install, and puts nothing into pages', () => {
    const manifest = Manifest.parse(JSON.parse(read('manifest.json')));
    expect(manifest.manifest_version).toBe(3);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    const patterns = manifest.permissions.filter((one) => one.includes('://') || one.includes('<'));
    expect(patterns).toEqual([]);
    // Calls are heard, by leave, and never held up: that would take `webRequestBlocking`.
    expect(manifest.permissions).not.toContain('webRequest');
    expect(manifest.optional_permissions).toEqual(['webRequest']);
    expect(manifest.optional_host_permissions.toSorted()).toEqual(['http://*/*', 'https://*/*']);
  });

  test('lets its pages run their own scripts alone, and connect for requests alone', () => {
    const { content_security_policy: policy } = Manifest.parse(JSON.parse(read('manifest.json')));
    const directives = new Map(
      policy.extension_pages.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('style-src')).toBe("'self'");
    expect(directives.get('base-uri')).toBe("'none'");
    const elsewhere = [...directives].filter(([, sources]) => /https?:|unsafe/.test(sources));
    expect(elsewhere.map(([name]) => name)).toEqual(['connect-src']);
  });

  // Kilobytes of 1,000 bytes, each file compressed by itself as a browser loads it.
  test.each([
    ['panel.html', 60_000],
    ['popup.html', 25_000],
  ])('%s loads at most %i bytes of script, compressed', (page, most) => {
    const scripts = firstLoad(page, read);
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = scripts.map((path) => gzipSync(read(path), { level: 9 }).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const listed = scripts.map((path, number) => `${path} ${sizes[number]}`).join('\n');
    expect(total, listed).toBeLessThanOrEqual(most);
  });

  test('turns no text into code, and loads nothing from elsewhere', () => {
    const scripts = files().filter((path) => path.endsWith('.js'));
    expect(scripts).toContain('background.js');
    for (const path of scripts) {
      expect(read(path), path).not.toMatch(/\bnew Function\b|\beval\s*\(|\bFunction\s*\(\s*["'`]/);
      expect(read(path), path).not.toMatch(/\bimport\s*\(?\s*["'`]https?:/);
      expect(read(path), path).not.toMatch(/\binspectedWindow\s*\.\s*eval\b/);
    }
    for (const path of files().filter((one) => /\.(html|css)$/.test(one))) {
      expect(read(path), path).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?https?:/i);
    }
  });
});

/** The scripts that a page loads before it does anything: those it names, and what they import. */
function firstLoad(page: string, read: (path: string) => string): string[] {
  const found = new Set<string>();
  const queue = [...read(page).matchAll(/<script\b[^>]*\bsrc="\/?([^"]+)"/g)].map(
    ([, path]) => path,
  );
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (found.has(path)) continue;
    found.add(path);
    // Static imports as a bundler writes them: `import{a}from"./x.js"`, `import"./x.js"`.
    for (const [, specifier = ''] of read(path).matchAll(
      /\b(?:import|export)\b[^"'`;()]*?["'](\.[^"']+\.js)["']/g,
    )) {
      queue.push(normalize(join(dirname(path), specifier)));
    }
  }
  return [...found];
}
