import type { FoundKey } from '../found-key.ts';
import type { Call } from '../log/call.ts';
import type { Lane } from '../log/lane.ts';
import { type Conflict, readConflicts } from './conflicts.ts';
import { madeFor, type SiteFacts } from './cookie-site.ts';
import { type ChurnReader, createChurnReader, type KeyChurn } from './key-churn.ts';
import { readSessionVerdict, type SessionVerdict } from './session-verdict.ts';

/** What a lane's calls, and the keys that rest in the browser, say of the session on the screen. */
export interface SessionReading {
  readonly churn: KeyChurn;
  readonly conflicts: readonly Conflict[];
  /** Null where the cart's key is not known. */
  readonly verdict: SessionVerdict | null;
}

export interface SessionSources {
  readonly lane: Lane;
  /** The lane's calls, oldest first. */
  readonly calls: readonly Call[];
  /** Keys found in the browser, with access; those of other sites on its host among them. */
  readonly resting: readonly FoundKey[];
  readonly site: SiteFacts;
  /** ms since the epoch. */
  readonly now: number;
}

/** Reads the session of a lane. With the same `reader` each time, only what is new costs anything. */
export function readSession(
  { lane, calls, resting, site, now }: SessionSources,
  reader: ChurnReader = createChurnReader(),
): SessionReading {
  const { whose, version, cart, expiries } = lane;
  const key = whose?.key ?? null;
  const churn = reader.read(calls, version);
  const sites = new Map(
    resting.flatMap((found) =>
      found.rest === 'session-cookie' ? [[found, madeFor(found.name, site)] as const] : [],
    ),
  );
  // A host's cookies are shared by all its ports: the session of another store is no side of this one's.
  const own = resting.filter((found) => {
    const is = sites.get(found)?.is;
    return is !== 'other-site' && is !== 'unknown';
  });
  const session = [...sites].find(([found]) => found.key === key);
  return {
    churn,
    conflicts: readConflicts({ calls, churn, resting: own, version }),
    verdict:
      key === null
        ? null
        : readSessionVerdict({
            key,
            calls,
            churn,
            cart: cart?.cart ?? null,
            expiries,
            version,
            madeFor: session?.[1] ?? null,
            now,
          }),
  };
}
