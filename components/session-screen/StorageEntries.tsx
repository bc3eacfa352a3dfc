import { useMemo } from 'preact/hooks';
import { compareStorage } from '../../lib/compare-storage.ts';
import { decodeJwt, looksLikeJwt } from '../../lib/session/jwt.ts';
import type { StorageEntry, StorageReading } from '../../lib/site-data.ts';
import { keysInStorageReading } from '../../lib/site-keys.ts';
import { encryptedKey } from '../../lib/store-search/resting-keys.ts';
import { AsOf } from './AsOf.tsx';
import { SecretText } from './SecretText.tsx';

interface StorageEntriesProps {
  readonly reading: StorageReading;
  /** As it was before it last changed; null where it has not. */
  readonly before: StorageReading | null;
  readonly now: number;
}

/** Entries of the page's storage that may hold a key or a token, and what changed. */
export function StorageEntries({ reading, before, now }: StorageEntriesProps) {
  const keys = useMemo(() => keysInStorageReading(reading), [reading]);
  const changes = useMemo(() => (before ? compareStorage(before, reading) : []), [before, reading]);
  const { entries, total, unread, left, origin, asOf } = reading;
  const changed = new Map(changes.map(({ area, name, is }) => [`${area} ${name}`, is]));
  return (
    <>
      {entries.length === 0 && (
        <p>
          Neither localStorage nor sessionStorage holds anything that looks like a key or a token.
        </p>
      )}
      {entries.length > 0 && (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">Entry</th>
              <th scope="col">Value</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={`${entry.area} ${entry.name}`}>
                <td data-label="Entry">
                  <bdi class="mono">{entry.name.slice(0, 120)}</bdi>
                  <span class="why">{entry.area}</span>
                </td>
                <td data-label="Value">
                  <SecretText value={entry.value} what={`value of ${entry.name.slice(0, 60)}`} />
                  {entry.cut > 0 && <span class="why">{entry.cut} more characters are cut</span>}
                </td>
                <td data-label="What it is">
                  {entryWords(
                    entry,
                    keys.some(({ rest, name }) => rest === entry.area && name === entry.name),
                  )}
                  {changed.has(`${entry.area} ${entry.name}`) && (
                    <span class="why">
                      {changed.get(`${entry.area} ${entry.name}`)} since it was read before
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="muted">
        As of <AsOf at={asOf} now={now} />, from the storage of <bdi>{origin}</bdi>: {total}{' '}
        {total === 1 ? 'entry' : 'entries'}
        {unread > 0 && `, of which ${unread} were not looked at`}
        {left > 0 && `; ${left} more that are named like these are left out`}. Read again after each
        call and navigation.
        {changes.some(({ is }) => is === 'removed') &&
          ` Removed since: ${changes.flatMap(({ is, name }) => (is === 'removed' ? [name.slice(0, 60)] : [])).join(', ')}.`}
      </p>
    </>
  );
}

function entryWords(entry: StorageEntry, isKey: boolean): string {
  if (isKey) return 'a cart key';
  if (encryptedKey({ storage: [entry] }) !== null) {
    return 'a cart key which only the front end can decrypt';
  }
  const bare = entry.value.trim().replace(/^"(.*)"$/, '$1');
  if (!looksLikeJwt(bare)) return 'no cart key by its form; shown for its name';
  const token = decodeJwt(bare);
  return token.is === 'jwt' ? 'a token (see below)' : `looks like a token. ${token.why}`;
}
