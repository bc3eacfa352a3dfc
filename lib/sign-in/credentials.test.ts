import fc from 'fast-check';
import { expect, it } from 'vitest';
import { curlCommand } from '../action/curl.ts';
import { readRequest } from '../action/read-request.ts';
import { TARGET } from '../action/sample-act.ts';
import { asCustomer, carriesPassword, withoutPassword, withPassword } from './credentials.ts';

const JANE = { username: 'jäne', password: 's3cret:“x”' };
const shown = asCustomer(readRequest(TARGET));

it('shows that a password goes along, and goes without cookies', () => {
  expect(shown.headers).toContainEqual({ name: 'Authorization', value: 'Basic •••' });
  expect(shown.credentials).toBe('omit');
  expect(carriesPassword(shown)).toBe(true);
  expect(carriesPassword(readRequest(TARGET))).toBe(false);
});

it('fills it in in UTF-8 for the wire alone', () => {
  const sent = withPassword(shown, JANE).headers.find(({ name }) => name === 'Authorization');
  const encoded = sent?.value.replace('Basic ', '') ?? '';
  expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe('jäne:s3cret:“x”');
  expect(withPassword(readRequest(TARGET), JANE)).toEqual(readRequest(TARGET));
});

it('takes it out of what a store repeats, as it was typed and as it was sent', () => {
  const sent = withPassword(shown, JANE).headers.at(-1)?.value ?? '';
  const text = withoutPassword(`${JANE.password} is wrong, said ${sent}`, JANE);
  expect(text).toBe('••• is wrong, said Basic •••');
});

/** As stores write texts: WordPress's `esc_html`, PHP's `json_encode`, in an address, and in one another. */
const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  html: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#039;'),
  json: (text) => JSON.stringify(text).slice(1, -1),
  address: (text) => encodeURIComponent(text),
  'PHP’s JSON': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replaceAll('/', '\\/')
      .replaceAll(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
};

it.each(Object.entries(SPELLINGS))('takes it out as it is spelled: %s', (_, spell) => {
  const typed = fc.string({ unit: 'grapheme', minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(typed, (password) => {
      const text = `\n${spell(password)}\n`;
      expect(withoutPassword(text, { username: 'jane', password })).toBe('\n•••\n');
    }),
  );
});

it('leaves name and password to a variable in what is copied', () => {
  const command = curlCommand(shown);
  expect(command).toMatch(/Authorization: Basic .*\$\{?[A-Z_]+/);
  expect(command).not.toContain('•••');
});
