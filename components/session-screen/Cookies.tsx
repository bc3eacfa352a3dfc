import { useMemo } from 'preact/hooks';
import { type CookieRow, readCookieRows } from '../../lib/session/cookie-facts.ts';
import { type SentVerdict, type Trip, willBeSent } from '../../lib/session/cookie-sent.ts';
import type { SiteFacts } from '../../lib/session/cookie-site.ts';
import type { CookieKind } from '../../lib/session/cookie-value.ts';
import type { CookieChange, CookieReading } from '../../lib/site-data.ts';
import { untilText } from '../../lib/time-text.ts';
import { Moment } from '../session/Moment.tsx';
import { Pill } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { AsOf } from './AsOf.tsx';
import { SecretText } from './SecretText.tsx';

interface CookiesProps {
  readonly reading: CookieReading;
  readonly change: CookieChange | null;
  readonly site: SiteFacts;
  /** The page's call that would carry them; null where page or store is not known. */
  readonly trip: Omit<Trip, 'now'> | null;
  readonly now: number;
}

const KINDS: Readonly<Record<CookieKind, string>> = {
  'cocart-session': 'CoCart session (up to 4.1)',
  'woocommerce-session': 'WooCommerce session',
  'cart-hash': 'WooCommerce’s note of the cart',
  'items-in-cart': 'WooCommerce’s note of the cart',
  'wordpress-login': 'WordPress sign-in',
  'front-end-key': 'the front end’s own key',
  token: 'token',
  'looks-like-key': 'looks like a key',
  other: 'other',
};

/** Cookies of page and store that have to do with a cart: what they say, for whom, and whether they are sent. */
export function Cookies({ reading, change, site, trip, now }: CookiesProps) {
  const rows = useMemo(() => readCookieRows(reading.cookies, site, now), [reading, site, now]);
  return (
    <>
      {rows.length === 0 && <p>No cookie here has to do with a cart.</p>}
      {rows.length > 0 && (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">Cookie</th>
              <th scope="col">What it says</th>
              <th scope="col">Made for</th>
              <th scope="col">Will it be sent?</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={`${row.cookie.name} ${row.cookie.domain} ${row.cookie.path} ${row.cookie.partition}`}
              >
                <td data-label="Cookie">
                  <bdi class="mono">{row.name}</bdi>
                  <span class="why">{KINDS[row.said.kind]}</span>
                  <span class="why">{attributesOf(row)}</span>
                </td>
                <td data-label="What it says">
                  <Said row={row} now={now} />
                </td>
                <td data-label="Made for">
                  {row.madeFor ? (
                    <>
                      <Pill tone={madeForTone(row)}>{MADE_FOR[row.madeFor.is]}</Pill>{' '}
                      <span class="why">{row.madeFor.sentence}</span>
                    </>
                  ) : (
                    <span class="muted">not named by a site</span>
                  )}
                </td>
                <td data-label="Will it be sent?">
                  {trip ? (
                    <Sent verdict={willBeSent(row.cookie, { ...trip, now })} />
                  ) : (
                    <span class="muted">The store’s address is not known yet.</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="muted">
        As of <AsOf at={reading.asOf} now={now} />, from the browser
        {reading.isPrivate && ', this private window’s own cookies'}
        {reading.jar !== null && /container/.test(reading.jar) && `, container ${reading.jar}`}.
        {reading.others > 0 && ` ${reading.others} other cookies have nothing to do with a cart.`}
        {change && (
          <>
            {' '}
            Last change: <bdi class="mono">{change.name.slice(0, 60)}</bdi>{' '}
            {change.removed ? `was removed (${change.cause})` : 'was set'},{' '}
            <AsOf at={change.at} now={now} />.
          </>
        )}
      </p>
    </>
  );
}

const MADE_FOR = {
  'this-site': 'this site',
  'other-site': 'another site',
  unknown: 'not known',
  'no-hash': 'not told',
} as const;

function madeForTone({ madeFor }: CookieRow) {
  if (madeFor?.is === 'this-site') return 'good';
  return madeFor?.is === 'other-site' ? 'bad' : 'plain';
}

function attributesOf({ cookie }: CookieRow): string {
  const { domain, path, secure, httpOnly, sameSite, partition } = cookie;
  const words = [
    domain,
    path,
    httpOnly ? 'HttpOnly' : '',
    secure ? 'Secure' : '',
    sameSite === 'unspecified' ? 'no SameSite' : `SameSite=${sameSite}`,
    partition === null ? '' : `kept for ${partition}`,
  ];
  return words.filter(Boolean).join(' · ');
}

function Said({ row, now }: { readonly row: CookieRow; readonly now: number }) {
  const { said, doubts, cookie } = row;
  const ends = said.expiresAt ?? cookie.expiresAt;
  return (
    <ul>
      {said.fields.map(({ name, value, secret }) => (
        <li key={name}>
          <span class="muted">{name}</span>{' '}
          {secret ? (
            <SecretText value={value} what={`${name} of ${row.name}`} />
          ) : (
            <StoreText text={value} most={120} />
          )}
        </li>
      ))}
      {ends !== null && (
        <li>
          <span class="muted">{ends <= now ? 'ended' : 'ends'}</span>{' '}
          {/* A year beyond 275760 is no date that can be written. */}
          {Math.abs(ends) < 8.64e15 ? (
            <Moment at={ends} now={now} relative={untilText(ends, now)} show="either" />
          ) : (
            'at no time that can be told'
          )}
        </li>
      )}
      {doubts.map((doubt) => (
        <li key={doubt} class="doubt">
          {doubt}
        </li>
      ))}
    </ul>
  );
}

function Sent({ verdict }: { readonly verdict: SentVerdict }) {
  const { sent, why } = verdict;
  return (
    <>
      <Pill tone={sent === 'yes' ? 'good' : sent === 'no' ? 'bad' : 'warn'}>
        {sent === 'yes' ? 'yes' : sent === 'no' ? 'no' : 'it depends'}
      </Pill>{' '}
      <span class="why">{why}</span>
    </>
  );
}
