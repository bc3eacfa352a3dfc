import { useMemo, useState } from 'preact/hooks';
import type { CartLog } from '../../lib/log/cart-log.ts';
import type { KeySighting, SightedAt } from '../../lib/log/key-sightings.ts';
import { isSent } from '../../lib/session/obey-rules.ts';
import { bodyForm, type ObeyingStore, type ObeyVerdict, obeys } from '../../lib/session/obeys.ts';
import { type PagePlace, pagePlace } from '../../lib/session/page-place.ts';
import { placeWord } from '../session/place-words.ts';
import { Pill, type Tone } from '../ui/Pill.tsx';
import { AsOf } from './AsOf.tsx';
import { otherCallerWords } from './caller-words.ts';
import { NamedKey } from './NamedKey.tsx';
import { Part } from './Part.tsx';
import type { Names } from './use-cart-names.ts';

interface SightingsProps {
  readonly log: CartLog;
  readonly sightings: readonly KeySighting[];
  readonly store: ObeyingStore;
  /** Where the store's own pages stand; none while no store is known. */
  readonly shopOrigins: readonly string[];
  readonly names: Names;
  readonly now: number;
}

/** Rows before "show all": a page that goes wrong can have hundreds. */
const FIRST = 12;
const MOST = 300;

/** Every key at every place, and whether this store takes its cart from there. */
export function Sightings({ log, sightings, store, shopOrigins, names, now }: SightingsProps) {
  const [all, setAll] = useState(false);
  const rows = sightings.slice(0, all ? MOST : FIRST);
  const { version } = store;
  const about =
    `Every place a cart key stands in, and whether ${version ? `CoCart ${version}` : 'this store'} ` +
    'takes its cart from there.';
  return (
    <Part title="Where keys stand" about={about}>
      {sightings.length === 0 ? (
        <p>No cart key was seen in any call of this page.</p>
      ) : (
        <table class="rows sightings">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Place</th>
              <th scope="col">Obeyed?</th>
              <th scope="col">First seen</th>
              <th scope="col">Last seen</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={idOf(row)}>
                <td data-label="Key">
                  <NamedKey cartKey={row.key} names={names} />
                </td>
                <td data-label="Place">
                  {placeWord(row)} <bdi class="mono">{row.name}</bdi>
                  {row.byForm && <span class="why">only its form says that it is a key</span>}
                  {row.through && (
                    <span class="why">
                      {isSent(row.source) ? 'to' : 'by'} the front end’s own server
                    </span>
                  )}
                  {row.page?.sentBy && (
                    <span class="why">
                      sent on to <bdi class="mono">{row.page.page}</bdi>
                    </span>
                  )}
                  {row.page?.hash && (
                    <span class="why">
                      with <span class="mono">c_hash •••</span>
                    </span>
                  )}
                </td>
                <td data-label="Obeyed?">
                  <Obeys log={log} row={row} store={store} shopOrigins={shopOrigins} />
                </td>
                <td data-label="First seen">
                  <Sighted seen={row.first} now={now} />
                </td>
                <td data-label="Last seen">
                  <Sighted seen={row.last} now={now} />
                  {row.times > 1 && <span class="muted"> · {row.times} times</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sightings.length > rows.length && (
        <p class="muted">
          {all ? (
            `and ${sightings.length - rows.length} more`
          ) : (
            <button type="button" class="button" onClick={() => setAll(true)}>
              Show all {sightings.length}
            </button>
          )}
        </p>
      )}
    </Part>
  );
}

interface ObeysProps {
  readonly log: CartLog;
  readonly row: KeySighting;
  readonly store: ObeyingStore;
  readonly shopOrigins: readonly string[];
}

function Obeys({ log, row, store, shopOrigins }: ObeysProps) {
  const page = row.page ? pagePlace(row.page, shopOrigins) : undefined;
  const verdict = useMemo(() => {
    const { source, name, through, last } = row;
    const capture = last.callId === null ? null : log.captureOf(last.callId);
    const body =
      source === 'request-body' && capture ? bodyForm(capture.exchange.request.body) : null;
    return obeys({ source, name, body, through, page }, store);
  }, [log, row, store, page]);
  const { word, tone } = wordOf(row, page, verdict);
  return (
    <>
      <Pill tone={tone}>{word}</Pill> <span class="why">{verdict.why}</span>
    </>
  );
}

function idOf({ source, name, key, through, page }: KeySighting): string {
  return [source, name, key, through, page?.page, page?.hash, page?.sentBy].join(' ');
}

interface Word {
  readonly word: string;
  readonly tone: Tone;
}

function wordOf({ source }: KeySighting, page: PagePlace | undefined, verdict: ObeyVerdict): Word {
  if (TOLD.has(source)) return { word: 'only tells', tone: 'plain' };
  // A link that lets anybody in is nothing good, wherever it works.
  if (page === 'page-sign-in') return { word: 'a sign-in', tone: 'bad' };
  return obeyedWord(verdict);
}

/** What an answer says chooses nothing, in no version. */
const TOLD: ReadonlySet<string> = new Set(['response-header', 'body', 'set-cookie']);

function obeyedWord({ obeyed }: ObeyVerdict): Word {
  switch (obeyed) {
    case 'wins':
      return { word: 'yes, it wins', tone: 'good' };
    case 'yes':
      return { word: 'yes', tone: 'good' };
    case 'ignored-because':
      return { word: 'ignored', tone: 'warn' };
    case 'no':
      return { word: 'not read', tone: 'warn' };
    case 'unknown':
      return { word: 'not known', tone: 'plain' };
  }
}

function Sighted({ seen, now }: { readonly seen: SightedAt; readonly now: number }) {
  const caller = otherCallerWords(seen.caller);
  return (
    <>
      <bdi class="mono">{seen.where}</bdi>{' '}
      <span class="muted">
        <AsOf at={seen.at} now={now} />
        {caller && ` · ${caller}`}
      </span>
    </>
  );
}
