import type { Reading } from '../cocart/reading.ts';
import type { Failure } from '../outcome.ts';
import { retryText } from './retry-after.ts';
import { refusedByV1 } from './v1-refusal-words.ts';
import { mayBeV1Of4 } from './v1-refusals.ts';
import type { WriteTarget } from './write-target.ts';

/**
 * Why a store did not take a write, in words for the person who pressed; null where it did. The
 * status alone says little: 405 means a quantity beyond its limit as often as a wrong method.
 */
export function refusalOf(
  reading: Reading,
  headers: Parameters<typeof retryText>[0],
  target: WriteTarget,
): Failure | null {
  const { error, status } = reading;
  if (!error && status < 400 && !isNoAnswer(reading)) return null;
  const code = error?.code ?? null;
  const said = error?.message ?? '';
  const what =
    status < 400 && !error
      ? `The store answered no cart (HTTP ${status}).`
      : `The store refused: ${code ?? `HTTP ${status}`}.`;
  const who = target.key === null ? 'the signed-in customer' : 'a guest, by the cart key';
  const row = RULES.find((rule) => rule.fits(status, code ?? '', reading));
  const { why, todo } = row?.say({ status, who, target, retry: retryText(headers) }) ?? {
    why: '',
    todo: 'Change what is asked for and try again. Nothing else was sent.',
  };
  return { what, why: [said, why].filter(Boolean).join(' '), todo };
}

/** A page, nothing, or text that is no JSON (a database error, an answer cut off): CoCart answers JSON. */
function isNoAnswer({ kind, json }: Pick<Reading, 'kind' | 'json'>): boolean {
  return kind === 'html' || kind === 'empty' || (kind === 'other' && (json ?? null) === null);
}

/** True where a store takes no more for now: in front of it (429), or by CoCart's own limiter (400). */
export function isRateLimited({ error, status }: Pick<Reading, 'error' | 'status'>): boolean {
  return status === 429 || error?.code === 'rate_limit_exceeded';
}

interface Case {
  readonly status: number;
  readonly who: string;
  readonly target: WriteTarget;
  /** When the store said to come back; empty where it did not. */
  readonly retry: string;
}

interface Rule {
  /** `code` is empty where the store named none. */
  fits(status: number, code: string, reading: Reading): boolean;
  say(found: Case): { readonly why: string; readonly todo: string };
}

const CHANGED = {
  why: 'The cart has changed since it was shown, or it is another cart.',
  todo: 'Refresh, then try again.',
};

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  {
    fits: (_, __, reading) => isRateLimited(reading),
    say: ({ retry }) => ({
      why: 'Too many requests were sent to it.',
      todo: retry ? `Try again ${retry}.` : 'Wait a minute, then try again.',
    }),
  },
  {
    fits: (_, code) => code === 'rest_no_route',
    say: ({ target }) => ({
      why: `This store has no such route in ${target.store.namespace}/${target.api}.`,
      todo: 'It comes with another version of CoCart or with an add-on: see the list of routes.',
    }),
  },
  {
    // As often as a wrong method, 405 means a quantity beyond its limit.
    fits: (_, code) =>
      /^cocart_(?:quantity_|not_enough_|can_not_increase_|product_sold_individually)/.test(code),
    say: () => ({
      why: 'The quantity is beyond what the store allows of this product.',
      todo: 'Choose a quantity within its limits.',
    }),
  },
  {
    fits: (_, code) => code === 'rest_invalid_param',
    say: () => ({
      why: 'A value has a form that this store does not take.',
      todo: 'See the answer: it names the parameter.',
    }),
  },
  {
    fits: (_, code) => /^cocart_(?:clear_cart_failed|can_not_restore_item)$/.test(code),
    say: ({ target }) =>
      mayBeV1Of4(target)
        ? refusedByV1(target)
        : {
            why: 'The store no longer has what it would take.',
            todo: 'Refresh to see what the cart holds, then try again.',
          },
  },
  {
    fits: (_, code) => code === 'rest_cookie_invalid_nonce',
    say: () => ({
      why: 'WordPress takes a sign-in by cookies only with a nonce, and none that is known fits.',
      todo: 'Do it in the shop, or act on a guest’s cart by its key.',
    }),
  },
  {
    fits: (status, _, { kind }) => (status === 403 || status === 405) && kind === 'html',
    say: ({ status }) => ({
      why:
        status === 405
          ? 'What stands in front of the store lets no such method through.'
          : 'A page came instead of an answer: a firewall or a login wall stands in front of the store.',
      todo: 'Let the extension’s requests through there, then try again.',
    }),
  },
  {
    fits: (status) => status === 401 || status === 403,
    say: ({ who }) => ({
      why: `It was asked as ${who}.`,
      todo: 'Sign in to the store in this browser, or look whether the key is the right one.',
    }),
  },
  {
    // v1 of CoCart 4 finds no line to change; one to remove it does find.
    fits: (_, code, { call }) => code === 'cocart_item_not_in_cart' && call === 'update-item',
    say: ({ target }) => (mayBeV1Of4(target) ? refusedByV1(target) : CHANGED),
  },
  {
    fits: (_, code) => code === 'cocart_item_not_in_cart',
    say: () => CHANGED,
  },
  {
    fits: (status) => status >= 500,
    say: ({ retry }) => ({
      why: 'The store is in trouble; whether it took the write is only told by reading the cart.',
      todo: retry
        ? `It asks to come back ${retry}.`
        : 'See its error log, refresh, then try again.',
    }),
  },
  {
    fits: (_, __, reading) => isNoAnswer(reading),
    say: () => ({
      why: 'It answered with a page, with text, or with nothing, where CoCart answers JSON: a redirect, a login wall or a firewall may stand in front.',
      todo: 'Open the store in a tab of its own to see what it says, then try again.',
    }),
  },
];
