import { KEY_COOKIES, namesNoKey } from '../cocart/key-places.ts';
import type { KeptKeys, KeptPlace } from './kept-keys.ts';

/** What is left as it is though it holds a key or a session, or may, and why. */
export interface Staying {
  /** A name, or what it is in words. */
  readonly what: string;
  /** `localStorage`, `cookie of shop.example`; null where the words say it. */
  readonly where: string | null;
  readonly why: string;
  /** True where a key is known to stand there. */
  readonly holdsKey: boolean;
}

/** A place that holds a key which cannot be changed. */
export function keyStays({ name, where }: Pick<KeptPlace, 'name' | 'where'>, why: string): Staying {
  return { what: name, where, why, holdsKey: true };
}

/** A place that may hold one. */
export function mayStay(what: string, where: string | null, why: string): Staying {
  return { what, where, why, holdsKey: false };
}

/** What the browser keeps that was not read, or not whole. */
export function notRead({ cookies, storage }: KeptKeys): Staying[] {
  const entries = storage?.entries.filter(({ name, cut }) => cut > 0 && !namesNoKey(name)) ?? [];
  const long = cookies?.cookies.filter(({ name, cut }) => cut > 0 && KEY_COOKIES.includes(name));
  const beyond = storage ? storage.unread + storage.left : 0;
  return [
    ...entries.map(({ name, area, cut }) => mayStay(name, area, tooLong(cut))),
    ...(long ?? []).map(({ name, domain, cut }) =>
      mayStay(name, `cookie of ${domain}`, tooLong(cut)),
    ),
    ...(beyond > 0
      ? [
          mayStay(
            `${beyond} more in the page’s storage`,
            null,
            'Not looked at: there are too many.',
          ),
        ]
      : []),
    ...(storage ? [] : [mayStay('The page’s storage', null, UNREAD)]),
    ...(cookies ? [] : [mayStay('Cookies of page and store', null, UNREAD)]),
  ];
}

const UNREAD = 'Not read: what is in the way is said below.';

function tooLong(cut: number): string {
  return `It is ${cut} characters longer than what is read here, and may hold a key.`;
}
