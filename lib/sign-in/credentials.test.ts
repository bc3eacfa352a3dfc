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
  // A mere word stands in texts that do not mean it.
  const word = { username: 'jane', password: 'password' };
  expect(withoutPassword('The password is wrong', word)).toBe('The password is wrong');
});

it('leaves name and password to a variable in what is copied', () => {
  const command = curlCommand(shown);
  expect(command).toContain('--user "$CUSTOMER"');
  expect(command).not.toContain('Authorization');
});
