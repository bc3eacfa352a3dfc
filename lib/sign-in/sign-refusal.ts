import { refusalOf } from '../action/refusal.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { Reading } from '../cocart/reading.ts';
import type { Header } from '../http/exchange.ts';
import type { Failure } from '../outcome.ts';

/**
 * Why a store did not sign a customer in or out, in words for the person who pressed; null where it
 * did. What any request may meet is told by `refusalOf`.
 */
export function signRefusalOf(
  reading: Reading,
  headers: readonly Header[],
  target: WriteTarget,
): Failure | null {
  const { error, status } = reading;
  const general = refusalOf(reading, headers, target);
  if (!general || !error) return general;
  const row = REFUSALS.find(({ fits }) => fits(error.code ?? '', status));
  if (!row) return general;
  const said = error.message ?? '';
  return { what: row.what, why: [said, row.why].filter(Boolean).join(' '), todo: row.todo };
}

interface SignRefusal extends Failure {
  /** `code` is empty where the store named none. */
  fits(code: string, status: number): boolean;
}

/** The first that fits counts. Codes by CoCart's source; those of second steps by the plugins that ask for one. */
const REFUSALS: readonly SignRefusal[] = [
  {
    fits: (code) => code === 'rest_no_route',
    what: 'This store has no such route.',
    why: 'POST cocart/v2/login and POST cocart/v2/logout come with CoCart 3.0; in v1 there is POST cocart/v1/logout alone, from 2.1 on.',
    todo: 'Sign in on the shop’s own page, then read the customer’s cart by the browser’s cookies.',
  },
  {
    fits: (code) => /two.?factor|2fa|otp|mfa|second.?factor/i.test(code),
    what: 'The store wants a second step to sign in.',
    why: 'It was asked as the customer whose name and password were typed; this route takes nothing else.',
    todo: 'Sign in on the shop’s own page, then read the customer’s cart by the browser’s cookies.',
  },
  {
    fits: (code) => code === 'cocart_rest_not_authorized',
    what: 'The store saw nobody signed in.',
    why: 'Name and password were sent in the Authorization header. A server may strip it, and CoCart takes it over https only, unless the site calls itself local or a development site.',
    todo: 'Use https, or let the server pass the header on, then try again.',
  },
  {
    fits: (code, status) =>
      code === 'cocart_authentication_error' ||
      /^(?:incorrect_password|invalid_(?:username|email))$/.test(code) ||
      (status === 401 && code === ''),
    what: 'The store does not know this name with this password.',
    why: 'It was asked as the customer whose name and password were typed.',
    todo: 'Type both again. Up to CoCart 4.7 an application password is not taken, the account’s own is.',
  },
];
